export interface Limits {
  /** Pixels of the whole picture, announced or not. */
  readonly pixels: number
  readonly memoryMb: number
}

export type PictureFault = 'damaged' | 'tooLarge'

/** The picture cannot be compared; that is no fault of the file as evidence. */
export class PictureRefused extends Error {
  readonly fault: PictureFault
  constructor(fault: PictureFault) {
    super(fault)
    this.fault = fault
  }
}
