import { sha256 } from '@quanheng/testkit/sha256'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProofFile, proofFileText } from './proof-file.ts'

const hash1 = sha256(Buffer.from('hash1'))
const hash2 = sha256(Buffer.from('hash2'))
const checkpoint = 'example.com/log\n6\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/log AAAA\n'
const text = proofFileText({ index: 5, proof: [hash1, hash2], checkpoint })

describe('a proof file', () => {
  it('has the lines of C2SP tlog-proof, the checkpoint verbatim', () => {
    const encoded = [hash1, hash2].map((hash) => Buffer.from(hash).toString('base64'))
    expect(text).toBe(`c2sp.org/tlog-proof@v1\nindex 5\n${encoded[0]}\n${encoded[1]}\n\n${checkpoint}`)
  })

  it('is read back', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 }),
        (index, proof) => {
          expect(parseProofFile(proofFileText({ index, proof, checkpoint }))).toEqual({ index, proof, checkpoint })
        },
      ),
    )
  })

  it('may carry extra data, which say nothing', () => {
    expect(parseProofFile(text.replace('index', 'extra YWJj\nindex'))).toEqual(parseProofFile(text))
  })

  it.each([
    ['nothing', ''],
    ['another header', text.replace('@v1', '@v2')],
    ['no index', text.replace('index 5\n', '')],
    ['a leading zero', text.replace('index 5', 'index 05')],
    ['an index that is no whole number', text.replace('index 5', 'index 5.0')],
    ['an index beyond counting', text.replace('index 5', 'index 9999999999999999')],
    ['a digest cut short', text.replace(/=\n\n/, '\n\n')],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n'))],
    ['a path deeper than any tree', proofFileText({ index: 0, proof: Array(64).fill(hash1), checkpoint })],
  ])('is not read from %s', (_, broken) => {
    expect(parseProofFile(broken)).toBeUndefined()
  })
})
