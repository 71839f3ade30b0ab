import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { descendants, type XmlElement } from '../conformity/file/xml.ts'

/** The methods of CheckMethod whose digests still say something: SM3 by GM/T 0006, SHA-256, as identifiers and as written by name. */
const methods: Readonly<Record<string, 'sm3' | 'sha256'>> = {
  '1.2.156.10197.1.401': 'sm3',
  SM3: 'sm3',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  'SHA-256': 'sha256',
  SHA256: 'sha256',
}

const textOf = (element: XmlElement | undefined): string =>
  element?.children.filter((child) => typeof child === 'string').join('') ?? ''

/** A place named in a part, from the package's root: `/` begins there, all else beside the part (GB/T 33190-2016, 7.3). */
export const placeOf = (part: string, named: string): string =>
  named.startsWith('/') ? named.replace(/^\/+/, '') : posix.join(posix.dirname(part), named)

export interface OfdSignature {
  /** The Signature.xml. */
  readonly part: string
  /** Seal or Sign, as the list of signatures says; a seal where it says nothing. */
  readonly type: string
  /** Files whose digest it gives, with what is wrong about each, if anything. */
  readonly covers: readonly { readonly path: string; readonly fault?: string }[]
  /** What is wrong with the signature as a whole. */
  readonly faults: readonly string[]
}

interface Package {
  readonly parts: ReadonlyMap<string, XmlElement>
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Files of the list of signatures and of the signatures themselves, which none of them can cover. */
const ofSignatures = ({ parts }: Package): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const [part, root] of parts) {
    if (root.name !== 'ofd:Signatures' && root.name !== 'ofd:Signature') continue
    out.add(part)
    for (const value of descendants(root, 'ofd:SignedValue')) out.add(placeOf(part, textOf(value)))
  }
  return out
}

const digest = (method: string, bytes: Uint8Array): string => createHash(method).update(bytes).digest('base64')

const readSignature = (pack: Package, part: string, root: XmlElement, type: string): OfdSignature => {
  const [references] = descendants(root, 'ofd:References')
  const named = references?.attributes.CheckMethod ?? ''
  const method = methods[named]
  if (method === undefined) return { part, type, covers: [], faults: [`digests by "${named}", which proves nothing`] }
  const covers = [...descendants(root, 'ofd:Reference')].map((reference) => {
    const path = placeOf(part, reference.attributes.FileRef ?? '')
    const bytes = pack.files.get(path)
    const [value] = descendants(reference, 'ofd:CheckValue')
    if (bytes === undefined) return { path, fault: `${path} is signed and not there` }
    return digest(method, bytes) === textOf(value).trim() ? { path } : { path, fault: `${path} is not what was signed` }
  })
  const covered = new Set(covers.map(({ path }) => path))
  const own = ofSignatures(pack)
  const open = [...pack.files.keys()].filter((path) => !own.has(path) && !covered.has(path))
  return { part, type, covers, faults: open.map((path) => `${path} is not covered`) }
}

/**
 * The signatures of an OFD package (GB/T 33190-2016, 18), their digests computed again over the files that each covers; none where
 * the package has no list of them. Who signed is not looked at: the value and its certificate are for a program that trusts some.
 */
export const signaturesOf = (pack: Package): readonly OfdSignature[] =>
  [...pack.parts]
    .filter(([, root]) => root.name === 'ofd:Signatures')
    .flatMap(([list, root]) =>
      [...descendants(root, 'ofd:Signature')].flatMap(({ attributes }) => {
        const part = placeOf(list, attributes.BaseLoc ?? '')
        const signature = pack.parts.get(part)
        return signature ? [readSignature(pack, part, signature, attributes.Type ?? 'Seal')] : []
      }),
    )
