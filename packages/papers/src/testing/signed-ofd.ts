import { createHash } from 'node:crypto'
import { element, part, textElement } from '../ofd/xml.ts'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip, type ZipPart } from '../zip/write.ts'

const folder = 'Doc_0/Signs'

/**
 * An OFD package as a signing program leaves it: a list of signatures, one signature with the SM3 digest of every other file, and a
 * value of no key at all. `covered` may leave files out.
 */
export async function signedOfd(
  bytes: Uint8Array,
  {
    covered = () => true,
    method = '1.2.156.10197.1.401',
  }: { covered?: (path: string) => boolean; method?: string } = {},
): Promise<readonly ZipPart[]> {
  const parts = (await readZip(bytes, ownLimits)).map((each) =>
    each.path === 'OFD.xml'
      ? {
          path: each.path,
          bytes: new TextEncoder().encode(
            new TextDecoder()
              .decode(each.bytes)
              .replace('</ofd:DocBody>', `${textElement('Signatures', `${folder}/Signatures.xml`)}</ofd:DocBody>`),
          ),
        }
      : each,
  )
  const references = parts
    .filter(({ path }) => covered(path))
    .map(({ path, bytes: own }) =>
      element(
        'Reference',
        { FileRef: `/${path}` },
        textElement('CheckValue', createHash('sm3').update(own).digest('base64')),
      ),
    )
  const signature = part(
    'Signature',
    {},
    element(
      'SignedInfo',
      {},
      element('Provider', { ProviderName: '测试', Version: '1.0' }),
      textElement('SignatureMethod', '1.2.156.10197.1.501'),
      textElement('SignatureDateTime', '20260108090000.000Z'),
      element('References', { CheckMethod: method }, ...references),
    ),
    textElement('SignedValue', `/${folder}/Sign_0/SignedValue.dat`),
  )
  const listed = element('Signature', { ID: 1, Type: 'Sign', BaseLoc: 'Sign_0/Signature.xml' })
  return [
    ...parts,
    { path: `${folder}/Signatures.xml`, bytes: part('Signatures', {}, textElement('MaxSignId', '1'), listed) },
    { path: `${folder}/Sign_0/Signature.xml`, bytes: signature },
    { path: `${folder}/Sign_0/SignedValue.dat`, bytes: new Uint8Array([1]) },
  ]
}

/** The package again, with one of its files changed after it was signed. */
export const alteredAfter = (parts: readonly ZipPart[], path: string, change: (text: string) => string) =>
  writeZip(
    parts.map((each) =>
      each.path === path
        ? { path, bytes: new TextEncoder().encode(change(new TextDecoder().decode(each.bytes))) }
        : each,
    ),
  )
