declare module 'gifenc' {
  type Palette = number[][];
  interface Frame {
    readonly palette: Palette;
    /** Milliseconds. */
    readonly delay: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** 1 keeps the frame under the next one. */
    readonly dispose?: number;
  }
  interface Encoder {
    writeFrame(indices: Uint8Array, width: number, height: number, frame: Frame): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  const gifenc: {
    GIFEncoder(this: void): Encoder;
    quantize(this: void, rgba: Uint8Array, colours: number): Palette;
    applyPalette(this: void, rgba: Uint8Array, palette: Palette): Uint8Array;
  };
  export default gifenc;
}
