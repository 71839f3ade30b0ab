import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { utf8 } from '@quanheng/domain/kernel/digest'
import type { Noticed } from '@quanheng/log/noticed'
import { readSealMark } from '@quanheng/log/seal-mark'
import type { ArchiveManifest } from '@quanheng/papers/archive/model'
import { verifyArchive } from '@quanheng/papers/archive/verify-archive'
import { manifestOf, writeArchive } from '@quanheng/papers/archive/write-archive'
import { readZip, type Source } from '@quanheng/papers/archive/zip'
import { sha256, sm3 } from '../../../platform/log/means.ts'
import { packageMeans } from '../../../platform/log/package-means.ts'

const program = fileURLToPath(new URL('../../../../../../verify/verify.py', import.meta.url))
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'

export interface Verdict {
  readonly ok: boolean
  readonly code?: string
  readonly counts?: Readonly<Record<string, number>>
  readonly noticed?: readonly Noticed[]
}

export const inMemory = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  read: async (at, length) => bytes.slice(at, at + length),
})

/** `seal`: as paper shows it. */
export const ours = async (bytes: Uint8Array, keys: readonly string[], seal?: string): Promise<Verdict> => {
  const mark = seal === undefined ? undefined : readSealMark(seal)
  const found = await verifyArchive(inMemory(bytes), { ...packageMeans, keys, seal: mark })
  if (!found.ok) return { ok: false, code: found.error.code, ...found.error.params }
  const { root: _, ...told } = found.value
  return { ok: true, ...told }
}

/** The Python verifier's verdicts on packages, one process for all of them; `by` another copy of it. */
export const theirs = async (
  packages: readonly Uint8Array[],
  keys: readonly string[],
  seal?: string,
  by = program,
): Promise<readonly Verdict[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-packages-'))
  try {
    const asked: string[] = []
    for (const [at, bytes] of packages.entries()) {
      const path = join(folder, String(at))
      await writeFile(path, bytes)
      asked.push(JSON.stringify({ path, keys, seal }))
    }
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' }
    const options = { input: asked.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28, env } as const
    const run = spawnSync(python, [by, '--packages'], options)
    if (run.status !== 0) throw new Error(run.stderr)
    return run.stdout
      .trim()
      .split('\n')
      .map((line) => {
        const { root: _, ...told } = JSON.parse(line)
        return told as Verdict
      })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export type Contents = ReadonlyMap<string, Uint8Array>

export const unpacked = async (bytes: Uint8Array): Promise<Contents> => {
  const entries = (await readZip(inMemory(bytes), packageMeans.decode)) ?? []
  return new Map(entries.map(({ path, at, size }) => [path, bytes.slice(at, at + size)]))
}

/** The same package with other contents under a manifest of its own; `seal` signs it, or the old seal stays. */
export const packedAgain = async (
  contents: Contents,
  seal?: (manifestDigest: Uint8Array) => Promise<string>,
): Promise<Uint8Array> => {
  const {
    v: _,
    kind,
    files: listed,
    ...head
  } = JSON.parse(Buffer.from(contents.get('manifest.json') ?? []).toString('utf8')) as ArchiveManifest
  const kinds = new Map(listed.map(({ path, kind }) => [path, kind]))
  const files = [...contents]
    .filter(([path]) => path !== 'manifest.json' && path !== 'seal.txt')
    .map(([path, bytes]) => ({ path, kind: kinds.get(path) ?? ('record' as const), bytes: () => bytes }))
  const manifest = utf8(
    canonicalJson(await manifestOf({ ...head, ...(kind === 'public' && { kind }) }, files, { sha256, sm3 })),
  )
  const note = seal ? utf8(await seal(sha256(manifest))) : (contents.get('seal.txt') ?? new Uint8Array())
  const pieces: Uint8Array[] = []
  for await (const piece of writeArchive({ manifest, seal: note, files }, crc32)) pieces.push(piece)
  return Buffer.concat(pieces)
}
