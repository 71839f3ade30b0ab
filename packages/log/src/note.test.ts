import { createPublicKey, verify as nodeVerify } from 'node:crypto'
import { sha256 } from '@quanheng/testkit/sha256'
import { describe, expect, it } from 'vitest'
import { noteText, parseNote, parseVerifierKey, type VerifySignature, verifierKeyText, verifyNote } from './note.ts'

/** DER head of an Ed25519 public key (RFC 8410 §4). */
const head = Buffer.from('302a300506032b6570032100', 'hex')
const verify: VerifySignature = (key, message, signature) =>
  key.length === 32 &&
  nodeVerify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([head, key]), format: 'der', type: 'spki' }),
    signature,
  )

/** The example of golang.org/x/mod/sumdb/note, which C2SP's tools are built on. */
const line = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const text =
  'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  )
const signed = `${text}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
const key = parseVerifierKey(sha256, line)
const note = parseNote(signed)
if (!key || !note) throw new Error('the example does not parse')

describe('a note', () => {
  it('of another tool is read, verified and written back alike', () => {
    expect(verifyNote(sha256, verify, note, key)).toBe(true)
    expect(verifierKeyText(sha256, key)).toBe(line)
    expect(noteText(note)).toBe(signed)
  })

  it('with any byte of text or signature changed is no longer the signer’s', () => {
    const bytes = Buffer.from(signed)
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] as number) ^ 1
      const read = parseNote(changed.toString('utf8'))
      expect(read !== undefined && verifyNote(sha256, verify, read, key), `byte ${at}`).toBe(false)
    }
  })

  it('keeps lines of signers that the reader does not know, and takes none of them for the key', () => {
    const more = { ...note, signatures: [...note.signatures, { name: 'witness', keyId: '00000001', bytes: text32() }] }
    const read = parseNote(noteText(more))
    expect(read).toEqual(more)
    expect(read && verifyNote(sha256, verify, read, key)).toBe(true)
    expect(read && verifyNote(sha256, verify, { ...read, signatures: read.signatures.slice(1) }, key)).toBe(false)
  })

  it('that one key signed twice is refused: one of the two was put there by somebody else', () => {
    expect(verifyNote(sha256, verify, { ...note, signatures: [...note.signatures, ...note.signatures] }, key)).toBe(
      false,
    )
  })

  it.each([
    ['nothing', ''],
    ['no signature', `${text}\n`],
    ['no empty line', signed.replace('\n\n', '\n')],
    ['carriage returns', signed.replaceAll('\n', '\r\n')],
    ['a hyphen for the dash', signed.replace('—', '-')],
    ['no last line break', signed.slice(0, -1)],
    [
      'a hundred and one signatures',
      `${text}\n${signed.split('\n').at(-2)}\n`.replace(/— .*\n/, (one) => one.repeat(101)),
    ],
  ])('is not read from %s', (_, broken) => {
    expect(parseNote(broken)).toBeUndefined()
  })

  it.each(['', 'a', line.replace('c74f20a3', 'c74f20a4'), line.replace('Peter', 'peter'), `${line}=`])(
    'key is not read from %j',
    (broken) => {
      expect(parseVerifierKey(sha256, broken)).toBeUndefined()
    },
  )

  it('and its key cannot be written under a name that would break the line', () => {
    expect(() => verifierKeyText(sha256, { ...key, name: 'a b' })).toThrow(TypeError)
    expect(() => noteText({ ...note, text: 'no line break' })).toThrow(TypeError)
    expect(() => noteText({ ...note, signatures: [{ name: 'a+b', keyId: '00000001', bytes: text32() }] })).toThrow(
      TypeError,
    )
  })
})

function text32(): Uint8Array {
  return new Uint8Array(32).fill(7)
}
