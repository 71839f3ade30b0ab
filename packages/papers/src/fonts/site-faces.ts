import type { Face } from '../layout/model.ts'
import { readFonts, standInNames } from './read-fonts.ts'

export interface SiteFaces {
  readonly faces: { readonly face: Face; readonly font: string; readonly own: boolean }[]
  readonly unreadable: string[]
}

const order: readonly Face[] = ['title', 'body', 'strong', 'script', 'plain']

/** Which font each face is drawn with, and whether it is the site's own. */
export function siteFaces(folder: string): SiteFaces {
  const { faces, unreadable } = readFonts(folder)
  return {
    faces: order.map((face) => {
      const font = faces[face][0]?.name ?? ''
      return { face, font, own: !standInNames.includes(font) }
    }),
    unreadable: [...unreadable],
  }
}
