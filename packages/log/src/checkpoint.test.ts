import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64, fromBase64 } from './base64.ts'
import { checkpointText, parseCheckpoint } from './checkpoint.ts'

const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const root = new Uint8Array(Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64'))

describe('checkpointText', () => {
  it('writes the example of C2SP tlog-checkpoint', () => {
    expect(checkpointText({ origin: 'example.com/behind-the-sofa', size: 20852163, root })).toBe(body)
  })

  it('is read back', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, digest) => {
        const checkpoint = { origin: '权衡.example/绩效/2024', size, root: digest }
        expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint)
      }),
    )
  })

  it.each(['', 'a b', 'a+b', 'a\nb', 'a\tb', 'a\u3000b', 'a\u0000b'])('refuses the origin %j', (origin) => {
    expect(() => checkpointText({ origin, size: 1, root })).toThrow(TypeError)
  })

  it.each([-1, 0.5, 2 ** 53, Number.NaN])('refuses the size %d', (size) => {
    expect(() => checkpointText({ origin: 'a', size, root })).toThrow(TypeError)
  })
})

describe('parseCheckpoint', () => {
  const lines = body.split('\n')
  it.each([
    ['nothing', ''],
    ['no last line break', body.slice(0, -1)],
    ['a line more', `${body}extension\n`],
    ['a blank line more', `${body}\n`],
    ['carriage returns', body.replaceAll('\n', '\r\n')],
    ['a leading zero', body.replace('20852163', '020852163')],
    ['a sign', body.replace('20852163', '+20852163')],
    ['full-width digits', body.replace('20852163', '２０８５２１６３')],
    ['an exponent', body.replace('20852163', '1e3')],
    ['a size beyond safe integers', body.replace('20852163', '9007199254740993')],
    ['an empty size', body.replace('20852163', '')],
    ['no origin', body.replace(lines[0] as string, '')],
    ['an origin with a space', body.replace('behind', 'be hind')],
    ['an empty root', body.replace(lines[2] as string, '')],
    ['Base64 without padding', body.replace('=', '')],
    ['URL Base64', body.replace('/Xajj', '_Xajj')],
    ['stray bits in the last digit', body.replace('q2I=', 'q2J=')],
  ])('refuses %s', (_, text) => {
    expect(parseCheckpoint(body)).toBeDefined()
    expect(text).not.toBe(body)
    expect(parseCheckpoint(text)).toBeUndefined()
  })
})

describe('base64', () => {
  it('agrees with the platform, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(base64(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA=A', '=AAA', 'AAAA=', 'AA AA', 'AAAA\n', 'é'])('refuses %j', (text) => {
    expect(fromBase64(text)).toBeUndefined()
  })
})
