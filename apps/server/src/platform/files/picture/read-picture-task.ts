import { PictureRefused } from './limits.ts'
import { describePicture, type ReadPicture } from './read-picture.ts'

export type PictureSeen = ({ readonly state: 'read' } & ReadPicture) | { readonly state: 'damaged' | 'tooLarge' }

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default (bytes: Uint8Array): PictureSeen => {
  try {
    return { state: 'read', ...describePicture(Buffer.from(bytes)) }
  } catch (error) {
    if (error instanceof PictureRefused) return { state: error.fault }
    throw error
  }
}
