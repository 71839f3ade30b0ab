/** Big-endian numbers one after another, as fonts hold them. */
export class Bytes {
  readonly #parts: number[] = []
  u16(...values: readonly number[]): this {
    for (const value of values) this.#parts.push((value >> 8) & 255, value & 255)
    return this
  }
  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value >>> 16, value & 0xffff)
    return this
  }
  /** As many bytes of Latin text as it has characters. */
  text(value: string): this {
    for (const character of value) this.#parts.push(character.charCodeAt(0))
    return this
  }
  get bytes(): Uint8Array {
    return Uint8Array.from(this.#parts)
  }
}

export const copyOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice()
