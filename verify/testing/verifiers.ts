import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hash } from '@quanheng/domain/kernel/digest'
import { append, emptyFrontier, rootOf } from '@quanheng/log/append'
import { checkpointText } from '@quanheng/log/checkpoint'
import { leafHash } from '@quanheng/log/hashing'
import { ed25519, keyId, noteText, verifierKeyText } from '@quanheng/log/note'
import { inclusionProof } from '@quanheng/log/proof'
import { receiptProof, verifyReceipt } from '@quanheng/log/receipt'
import { isReportProof, verifyReport } from '@quanheng/log/report-proof'
import { readSealMark } from '@quanheng/log/seal-mark'
import { expect } from 'vitest'
import { sha256, spkiHead, verifyMeans } from '../../apps/server/src/platform/log/means.ts'
import { means as pageMeans } from '../../apps/web/src/checker/means.ts'

const program = fileURLToPath(new URL('../verify.py', import.meta.url))
export const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
export const origin = 'quanheng/例'

/** A tree over these leaves under a signed head, with ways to each of them. */
export const signed = (hash: Hash, name: string, leaves: readonly string[]) => {
  const size = leaves.length
  const hashes = leaves.map((leaf) => leafHash(hash, Buffer.from(leaf)))
  const { frontier, nodes } = append(hash, emptyFrontier, hashes)
  const text = checkpointText({ origin: name, size, root: rootOf(hash, frontier) })
  const key = { name, type: ed25519, publicKey: raw }
  const note = noteText({
    text,
    signatures: [{ name, keyId: keyId(sha256, key), bytes: sign(null, Buffer.from(text), privateKey) }],
  })
  const read = ({ level, index }: { level: number; index: number }) =>
    nodes.find((node) => node.level === level && node.index === index)?.hash
  return {
    note,
    key: verifierKeyText(sha256, key),
    proof: (at: number) => receiptProof(inclusionProof(hash, at, size, read)),
  }
}

export interface Verdict {
  readonly ok: boolean
  readonly code?: string
  readonly index?: string
  readonly paperCode?: string
  readonly acts?: readonly unknown[]
  readonly noticed?: readonly unknown[]
  readonly compared?: boolean
  readonly trusted?: boolean
}

export interface Asked {
  readonly text: string
  readonly keys: readonly string[]
  readonly printed?: string
  /** As paper shows it. */
  readonly seal?: string
}

const verdictWith = (by: typeof pageMeans, { text, keys, printed, seal }: Asked): Verdict => {
  const means = { ...by, keys, seal: seal === undefined ? undefined : readSealMark(seal) }
  if (!isReportProof(text)) {
    const found = verifyReceipt(text, means)
    if (!found.ok) return { ok: false, code: found.error.code, ...found.error.params }
    const { trusted, acts, noticed } = found.value
    return { ok: true, trusted, acts, noticed }
  }
  const found = verifyReport(text, means, printed)
  if (!found.ok) return { ok: false, code: found.error.code, ...found.error.params }
  const { trusted, code, compared } = found.value
  return { ok: true, trusted, paperCode: code, compared }
}

/** By the command's cryptography and by that of the page that works offline, which must say the same. */
export const ours = (asked: Asked): Verdict => {
  const own = verdictWith(verifyMeans, asked)
  expect(verdictWith(pageMeans, asked)).toEqual(own)
  return own
}

/** The Python verifier's verdicts, as far as both tell the same. */
export const theirs = (asked: readonly Asked[]): readonly Verdict[] => {
  const input = asked.map((one) => JSON.stringify(one)).join('\n')
  const run = spawnSync(python, [program, '--batch'], { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => {
      const whole = JSON.parse(line)
      const { origin: _, size: __, root: ___, time: ____, ...told } = whole
      return (whole.ok ? told : whole) as Verdict
    })
}

/** The verdict of both, which must be one. */
export const both = (asked: Asked): Verdict => {
  const own = ours(asked)
  expect(theirs([asked])).toEqual([own])
  return own
}
