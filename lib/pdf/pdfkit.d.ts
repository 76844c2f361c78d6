declare namespace PDFKit.Mixins {
  interface PDFAnnotation {
    /** A link in the structure tree; `Contents` is a String object: the library writes a plain one as a name. */
    link(
      x: number,
      y: number,
      w: number,
      h: number,
      url: string,
      option: { structParent: PDFStructureElement; Contents: object },
    ): this;
  }
}
