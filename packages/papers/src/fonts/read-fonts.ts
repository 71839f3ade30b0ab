import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Face } from '../layout/model.ts'
import type { FontSet, OpenFont } from './font-set.ts'
import { FontUnreadable, readSfnt, type Sfnt } from './sfnt.ts'

/** Names, in a font or as its file's, by which an office's licensed fonts are known. */
const siteNames: Readonly<Record<Face, RegExp>> = {
  title: /小标宋|xiaobiaosong|fzxbs/i,
  body: /仿宋|fangsong|simfang/i,
  strong: /黑体|simhei/i,
  script: /楷体|kaiti|simkai/i,
  plain: /^(?:宋体|新宋体|n?simsun)/i,
}

const load = (path: string): Sfnt => readSfnt(new Uint8Array(readFileSync(path)))

export const standInNames: readonly [string, string] = ['Noto Serif SC', 'Noto Serif SC Bold']

let openStandIns: { regular: OpenFont; bold: OpenFont } | undefined

/** Noto Serif SC (OFL-1.1): no open 仿宋 covers simplified Chinese. Read once in a process. */
function standIns(): { regular: OpenFont; bold: OpenFont } {
  openStandIns ??= {
    regular: {
      name: standInNames[0],
      font: load(
        fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
      ),
    },
    bold: {
      name: standInNames[1],
      font: load(
        fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')),
      ),
    },
  }
  return openStandIns
}

interface SiteFonts {
  readonly fonts: readonly { readonly file: string; readonly font: Sfnt }[]
  readonly unreadable: readonly string[]
}

function siteFonts(folder: string): SiteFonts {
  const fonts: { file: string; font: Sfnt }[] = []
  const unreadable: string[] = []
  for (const file of readdirSync(folder).sort()) {
    if (!/\.(?:ttf|ttc|otf)$/i.test(file)) continue
    try {
      fonts.push({ file, font: load(join(folder, file)) })
    } catch (error) {
      if (!(error instanceof FontUnreadable || error instanceof RangeError)) throw error
      unreadable.push(file)
    }
  }
  return { fonts, unreadable }
}

/**
 * The fonts that papers are drawn with: those of the site's folder, by the names in them or of their files, before the stand-in.
 * A folder that is not there holds none.
 */
export function readFonts(folder?: string): FontSet {
  const { regular, bold } = standIns()
  const site = folder !== undefined && existsSync(folder) ? siteFonts(folder) : { fonts: [], unreadable: [] }
  const of = (face: Face): OpenFont[] => {
    const own = site.fonts.find(({ file, font }) => [...font.names, file].some((name) => siteNames[face].test(name)))
    const stand = face === 'title' || face === 'strong' ? [bold, regular] : [regular, bold]
    return own ? [{ name: own.font.names[0] ?? own.file, font: own.font }, ...stand] : stand
  }
  return {
    faces: { title: of('title'), body: of('body'), strong: of('strong'), script: of('script'), plain: of('plain') },
    unreadable: site.unreadable,
  }
}
