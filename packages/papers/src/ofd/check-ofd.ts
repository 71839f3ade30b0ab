import { posix } from 'node:path'
import { childOf, descendants, elementsOf, parseXml, XmlBroken, type XmlElement } from '../conformity/file/xml.ts'
import { uploadLimits, ZipRefused } from '../zip/limits.ts'
import { readZip } from '../zip/read.ts'
import { checkShape } from './check-shape.ts'
import { type OfdSignature, placeOf, signaturesOf } from './check-signatures.ts'

/** What is looked at, in the order of the ten checks: package, shape, references, ids, bounds, steps, text, digests of signatures. */
export type OfdCheck = 'zip' | 'shape' | 'references' | 'ids' | 'bounds' | 'steps' | 'text' | 'signatures'

export interface OfdFault {
  readonly check: OfdCheck
  readonly part: string
  readonly says: string
}

const textOf = (element: XmlElement | undefined): string =>
  element?.children.filter((child) => typeof child === 'string').join('') ?? ''

const numbersOf = (text: string): number[] => text.split(' ').map(Number)

interface Opened {
  readonly parts: ReadonlyMap<string, XmlElement>
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Names of the files that a part refers to, from the package's root. */
function* references(part: string, root: XmlElement): Generator<string> {
  const base = root.attributes.BaseLoc ?? ''
  for (const name of ['ofd:DocRoot', 'ofd:PublicRes', 'ofd:SignedValue'])
    for (const found of descendants(root, name)) yield placeOf(part, textOf(found))
  for (const found of descendants(root, 'ofd:FontFile')) yield placeOf(part, posix.join(base, textOf(found)))
  for (const found of descendants(root, 'ofd:Page')) yield placeOf(part, found.attributes.BaseLoc ?? '')
  // The list's place and each signature's are named by their element in OFD.xml and in the list, not by the root of the part itself.
  for (const child of elementsOf(root).flatMap((each) => [each, ...elementsOf(each)])) {
    if (child.name === 'ofd:Signatures') yield placeOf(part, textOf(child))
    if (child.name === 'ofd:Signature') yield placeOf(part, child.attributes.BaseLoc ?? '')
    if (child.name === 'ofd:Seal') yield placeOf(part, textOf(childOf(child, 'ofd:BaseLoc')))
  }
}

function* checkReferences({ parts, files }: Opened): Generator<OfdFault> {
  const named = new Set(['OFD.xml'])
  for (const [part, root] of parts)
    for (const path of references(part, root)) {
      named.add(path)
      if (!files.has(path)) yield { check: 'references', part, says: `${path} is not there` }
    }
  for (const path of files.keys())
    if (!named.has(path)) yield { check: 'references', part: path, says: 'nothing refers to it' }
}

function* all(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of elementsOf(element)) yield* all(child)
}

function* checkIds({ parts }: Opened): Generator<OfdFault> {
  const seen = new Set<string>()
  const fonts = new Set<string>()
  let most = 0
  for (const root of parts.values()) {
    for (const font of descendants(root, 'ofd:Font')) fonts.add(font.attributes.ID ?? '')
    for (const found of descendants(root, 'ofd:MaxUnitID')) most = Number(textOf(found))
  }
  for (const [part, root] of parts) {
    // Signatures count their own (GB/T 33190-2016, 18.1).
    if (root.name === 'ofd:Signatures' || root.name === 'ofd:Signature') continue
    for (const { attributes, name } of all(root)) {
      const id = attributes.ID
      if (id !== undefined && seen.has(id)) yield { check: 'ids', part, says: `${id} stands twice` }
      if (id !== undefined && Number(id) > most) yield { check: 'ids', part, says: `${id} is beyond MaxUnitID ${most}` }
      if (id !== undefined) seen.add(id)
      const font = attributes.Font
      if (name === 'ofd:TextObject' && !fonts.has(font ?? '')) yield { check: 'ids', part, says: `no font ${font}` }
    }
  }
}

/** Millimetres by which rounding may put a box over its page's edge. */
const hair = 0.001

function* checkBounds(part: string, page: XmlElement): Generator<OfdFault> {
  const area = childOf(childOf(page, 'ofd:Area'), 'ofd:PhysicalBox')
  const [left = 0, top = 0, width = 0, height = 0] = numbersOf(textOf(area))
  for (const { attributes } of all(page)) {
    const box = attributes.Boundary
    if (box === undefined) continue
    const [x = 0, y = 0, w = 0, h = 0] = numbersOf(box)
    const inside =
      x >= left - hair &&
      y >= top - hair &&
      x + w <= left + width + hair &&
      y + h <= top + height + hair &&
      w > 0 &&
      h > 0
    if (!inside) yield { check: 'bounds', part, says: `${attributes.ID}: ${box} leaves the page` }
  }
}

/** How many steps a DeltaX stands for: `g n d` counts n. */
function stepsOf(delta: string): number {
  const words = delta.split(' ').filter((word) => word !== '')
  let count = 0
  for (let at = 0; at < words.length; at++) {
    if (words[at] === 'g') {
      count += Number(words[at + 1])
      at += 2
    } else count += 1
  }
  return count
}

function* checkSteps(part: string, page: XmlElement): Generator<OfdFault> {
  for (const code of descendants(page, 'ofd:TextCode')) {
    const characters = Array.from(textOf(code)).length
    const steps = stepsOf(code.attributes.DeltaX ?? '')
    if (steps !== characters - 1) yield { check: 'steps', part, says: `${characters} characters, ${steps} steps` }
  }
}

/** Texts of a document's pages, in the order in which Document.xml lists them. */
const pagesOf = (parts: Opened['parts']): readonly (readonly [string, XmlElement])[] =>
  [...parts].filter(([, root]) => root.name === 'ofd:Page')

async function open(bytes: Uint8Array): Promise<Opened | OfdFault> {
  try {
    const files = await readZip(bytes, { ...uploadLimits, ratio: Number.POSITIVE_INFINITY })
    const parts = new Map(
      files
        .filter(({ path }) => path.endsWith('.xml'))
        .map(
          ({ path, bytes: own }) => [path, parseXml(new TextDecoder('utf-8', { fatal: true }).decode(own))] as const,
        ),
    )
    if (!parts.has('OFD.xml')) return { check: 'zip', part: 'OFD.xml', says: 'is not there' }
    return { parts, files: new Map(files.map(({ path, bytes: own }) => [path, own])) }
  } catch (error) {
    if (error instanceof ZipRefused || error instanceof XmlBroken || error instanceof TypeError)
      return { check: 'zip', part: '', says: error.message }
    throw error
  }
}

/**
 * Faults of an OFD file by GB/T 33190-2016, as far as our own files go: package, shape of every part, references both ways, ids,
 * bounds, steps between characters, the text of every page where it is given (white space aside), and the digests that signatures
 * give, where the package was signed after it was made. `ofdSignatures` says whether it was.
 */
export async function checkOfd(bytes: Uint8Array, text?: readonly string[]): Promise<readonly OfdFault[]> {
  const opened = await open(bytes)
  if ('check' in opened) return [opened]
  const out: OfdFault[] = []
  for (const [part, root] of opened.parts) for (const says of checkShape(root)) out.push({ check: 'shape', part, says })
  out.push(...checkReferences(opened), ...checkIds(opened))
  for (const [part, page] of pagesOf(opened.parts)) out.push(...checkBounds(part, page), ...checkSteps(part, page))
  const bare = (each: string) => each.replace(/\s/g, '')
  const found = pagesOf(opened.parts).map(([, page]) =>
    bare([...descendants(page, 'ofd:TextCode')].map(textOf).join('')),
  )
  for (const [index, expected] of (text ?? []).entries())
    if (bare(expected) !== found[index]) out.push({ check: 'text', part: `page ${index + 1}`, says: 'another text' })
  for (const { part, covers, faults } of signaturesOf(opened))
    for (const says of [...covers.flatMap(({ fault }) => fault ?? []), ...faults])
      out.push({ check: 'signatures', part, says })
  return out
}

/** The signatures of a package, none for one that is not signed. @throws `RangeError` where it is no OFD package */
export async function ofdSignatures(bytes: Uint8Array): Promise<readonly OfdSignature[]> {
  const opened = await open(bytes)
  if ('check' in opened) throw new RangeError(opened.says)
  return signaturesOf(opened)
}
