import { describe, expect, it } from 'vitest'
import { advanceOf } from '../fonts/font-set.ts'
import { readFonts } from '../fonts/read-fonts.ts'
import { setLetter } from '../layout/letter.ts'
import { aLetter } from '../testing/samples.ts'
import { alteredAfter, signedOfd } from '../testing/signed-ofd.ts'
import { writeZip } from '../zip/write.ts'
import { checkOfd, ofdSignatures } from './check-ofd.ts'
import { writeOfd } from './write-ofd.ts'

const fonts = readFonts()
const { bytes: bare } = await writeOfd(setLetter(aLetter, { advance: advanceOf(fonts) }), fonts)
const parts = await signedOfd(bare)
const page = 'Doc_0/Pages/Page_0/Content.xml'
const signature = 'Doc_0/Signs/Sign_0/Signature.xml'

const found = async (bytes: Uint8Array) =>
  (await checkOfd(bytes)).filter(({ check }) => check === 'signatures').map(({ says }) => says)

describe('digests of signatures in an OFD package', () => {
  it('a package of ours has no signature, and says so', async () => {
    expect(await ofdSignatures(bare)).toEqual([])
    await expect(ofdSignatures(new TextEncoder().encode('no zip'))).rejects.toThrow(RangeError)
  })

  it('a signed one holds: every file but those of the signature is covered, in the shape of the standard', async () => {
    const bytes = await writeZip(parts)
    expect(await checkOfd(bytes)).toEqual([])
    const [one, ...more] = await ofdSignatures(bytes)
    expect(more).toEqual([])
    expect(one).toMatchObject({ part: signature, type: 'Sign', faults: [] })
    expect(one?.covers.map(({ path }) => path).toSorted()).toEqual(
      parts
        .map(({ path }) => path)
        .filter((path) => !path.startsWith('Doc_0/Signs/'))
        .toSorted(),
    )
  })

  it('a page altered after signing is named', async () => {
    const altered = await alteredAfter(parts, page, (text) => text.replace('市', '县'))
    expect(await found(altered)).toEqual([`${page} is not what was signed`])
  })

  it('a digest altered to fit names another file', async () => {
    const altered = await alteredAfter(parts, signature, (text) =>
      text.replace(/<ofd:CheckValue>.{4}/, '<ofd:CheckValue>AAAA'),
    )
    expect(await found(altered)).toEqual(['OFD.xml is not what was signed'])
  })

  it('a file taken out, one put in, one never covered', async () => {
    const without = parts.filter(({ path }) => path !== page)
    expect(await found(await writeZip(without))).toEqual([`${page} is signed and not there`])
    const added = [...parts, { path: 'Doc_0/Res/hidden.xml', bytes: new TextEncoder().encode('<a/>') }]
    expect(await found(await writeZip(added))).toEqual(['Doc_0/Res/hidden.xml is not covered'])
    const partly = await signedOfd(bare, { covered: (path) => path !== page })
    expect(await found(await writeZip(partly))).toEqual([`${page} is not covered`])
  })

  it('digests by MD5 prove nothing', async () => {
    const weak = await signedOfd(bare, { method: 'MD5' })
    expect(await found(await writeZip(weak))).toEqual(['digests by "MD5", which proves nothing'])
  })

  it('a list that names no signature, and a signature that is gone', async () => {
    const gone = parts.filter(({ path }) => path !== signature)
    expect((await checkOfd(await writeZip(gone))).map(({ check }) => check)).toContain('references')
    const empty = await alteredAfter(parts, 'Doc_0/Signs/Signatures.xml', (text) =>
      text.replace(/<ofd:Signature .*\/>/, ''),
    )
    expect((await checkOfd(empty)).map(({ check }) => check)).toContain('shape')
  })
})
