-- AlterEnum
ALTER TYPE "Confidence" ADD VALUE 'unread' BEFORE 'to_confirm';
ALTER TYPE "Confidence" ADD VALUE 'own_words' BEFORE 'to_confirm';
