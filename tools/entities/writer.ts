/** A growing row of bytes, little endian. */
export class Writer {
  private buffer = new Uint8Array(1 << 20);
  private at = 0;
  private readonly four = new DataView(new ArrayBuffer(4));

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.at);
  }

  byte(value: number): void {
    if (this.at === this.buffer.length) {
      const larger = new Uint8Array(this.at * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.at++] = value;
  }

  short(value: number): void {
    this.byte(value & 255);
    this.byte(value >> 8);
  }

  number(value: number): void {
    this.four.setUint32(0, value, true);
    for (let i = 0; i < 4; i++) this.byte(this.four.getUint8(i));
  }

  float(value: number): void {
    this.four.setFloat32(0, value, true);
    for (let i = 0; i < 4; i++) this.byte(this.four.getUint8(i));
  }

  /** Rising numbers as `Reader.rising` reads them. */
  rising(numbers: readonly number[]): void {
    let before = 0;
    for (const number of numbers) {
      let step = number - before;
      before = number;
      for (; step >= 128; step = Math.floor(step / 128)) this.byte((step % 128) | 128);
      this.byte(step);
    }
  }
}
