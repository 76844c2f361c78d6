import type { Page } from "@playwright/test";

/** How many pixels of two pictures differ; all of them when their sizes do. @param blank a page with no policy */
export const differentPixels = (blank: Page, pictures: readonly [Buffer, Buffer]): Promise<number> =>
  blank.evaluate(
    async (sources) => {
      const [one, other] = await Promise.all(
        sources.map(async (source) => {
          const picture = new Image();
          picture.src = `data:image/png;base64,${source}`;
          await picture.decode();
          const { width, height } = picture;
          const canvas = new OffscreenCanvas(width, height).getContext("2d");
          canvas?.drawImage(picture, 0, 0);
          return { width, height, dots: new Uint32Array(canvas?.getImageData(0, 0, width, height).data.buffer ?? []) };
        }),
      );
      if (!one || !other || one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
      return one.dots.filter((dot, index) => dot !== other.dots[index]).length;
    },
    pictures.map((picture) => picture.toString("base64")),
  );
