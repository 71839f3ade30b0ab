interface Kind {
  readonly type: string
  /** How such a file begins. Absent where many forms go by the ending, or what reads the file says more about it than we could. */
  readonly begins?: readonly number[]
}

const zip = [0x50, 0x4b, 0x03, 0x04] as const

const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  ofd: { type: 'application/ofd', begins: zip },
  doc: { type: 'application/msword' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xls: { type: 'application/vnd.ms-excel' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  png: { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  txt: { type: 'text/plain' },
  csv: { type: 'text/csv' },
  zip: { type: 'application/zip', begins: zip },
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** By the name's ending; what is unknown is bytes and is only ever downloaded. */
export const mediaTypeOf = (name: string): string => kinds[endingOf(name)]?.type ?? 'application/octet-stream'

/** A page of an error or a cut download saved as `.pdf` is no evidence: the first kilobyte must hold what the ending promises. */
export const isWhatItSays = (name: string, head: Uint8Array): boolean => {
  const begins = kinds[endingOf(name)]?.begins
  return begins === undefined || Buffer.from(head).includes(Buffer.from(begins))
}

/** What a double click runs: nobody's evidence, and a danger to whoever opens it on their own machine (ASVS 5.0 V5.2.2). */
const programs: ReadonlySet<string> = new Set(
  'exe com scr pif msi dll sys cpl bat cmd ps1 vbs vbe js jse wsf wsh hta lnk reg jar apk sh'.split(' '),
)

/** Programs of Windows and Linux, whatever they are called. */
const programBegins: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
]

export const isProgram = (name: string, head: Uint8Array): boolean =>
  programs.has(endingOf(name)) || programBegins.some((begins) => begins.every((byte, at) => head[at] === byte))
