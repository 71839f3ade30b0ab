import { archiveFileKinds, makingStages, retentionTerms } from '@quanheng/domain/archive/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id } from './shapes.ts'

/** Retention periods by kind of file: 永久, 30年, 10年. */
const retention = z.record(z.enum(archiveFileKinds), z.enum(retentionTerms))

const archive = z.object({
  id,
  /** `public`: 公开稿. */
  purpose: z.enum(['archive', 'public']),
  year: z.int(),
  title: z.string(),
  madeOn: day,
  /** Null: from the command line. */
  madeBy: z.string().nullable(),
  leaves: z.int(),
  size: z.int(),
  /** What the seal signs, and the file itself. */
  manifestDigest: digest,
  zipDigest: digest,
  contents: z.array(
    z.object({ kind: z.enum(archiveFileKinds), files: z.int(), bytes: z.int(), retention: z.enum(retentionTerms) }),
  ),
  /** What was not final yet, in officials’ words. */
  open: z.array(z.string()),
})

export const listArchives = query({
  id: 'archive.list',
  method: 'GET',
  path: '/api/archives',
  ability: 'archive.read',
  summary: 'Archive packages of the own body, newest first, and the years of which one can be made',
  reply: z.object({
    rows: z.array(archive),
    years: z.array(
      z.object({
        year: z.int(),
        title: z.string(),
        /** Only a year with a locked version has anything to keep. */
        ready: z.boolean(),
        open: z.array(z.string()),
      }),
    ),
    /** As set for the last package, or as the rules suggest. */
    retention,
    may: z.array(z.enum(['make', 'publish'])),
  }),
  errors: [],
})

const refusals = [
  'archive.notLocked',
  'archive.busy',
  'archive.thingChanged',
  'archive.filesMissing',
  'archive.notSound',
  'archive.tooLarge',
  'result.hidden',
  'checkpoint.leafChanged',
  'checkpoint.treeChanged',
  'checkpoint.forged',
  'checkpoint.keyMissing',
  'checkpoint.otherKey',
  'checkpoint.rolledBack',
  'archive.making',
  'archive.cancelled',
] as const

export const makeArchive = command({
  id: 'archive.make',
  method: 'POST',
  path: '/api/archives',
  ability: 'archive.make',
  act: '制作归档包',
  summary: 'Make the package of a year: plans, data, scores, signatures, papers, evidence and the log that proves them',
  milestone: true,
  body: z.object({ year: z.int().min(2000).max(2200), retention }),
  reply: z.object({ archiveId: id, manifestDigest: digest }),
  errors: refusals,
})

export const showMaking = query({
  id: 'archive.making',
  method: 'GET',
  path: '/api/archives/making',
  ability: 'archive.read',
  summary: 'The package that is being made for the own body now, and how far it is; null where none is',
  reply: z.object({
    making: z
      .object({
        year: z.int(),
        purpose: z.enum(['archive', 'public']),
        by: z.string(),
        begunAt: z.iso.datetime(),
        stage: z.enum(makingStages),
        /** Files, leaves or scores of the stage; a total of 0 where it is not known. */
        done: z.int(),
        total: z.int(),
      })
      .nullable(),
  }),
  errors: [],
})

export const cancelMaking = command({
  id: 'archive.cancel',
  method: 'POST',
  path: '/api/archives/making/cancel',
  ability: 'archive.make',
  act: '取消制作归档包',
  summary: 'Ends the making of a package where it is; nothing of it is kept',
  body: z.object({ year: z.int().min(2000).max(2200) }),
  reply: z.object({}),
  errors: ['archive.notMaking'],
})

export const publishArchive = command({
  id: 'archive.publish',
  method: 'POST',
  path: '/api/archives/public',
  ability: 'archive.publish',
  act: '制作公开稿',
  summary:
    'Make what of a year may be published: totals that verify against the same sealed log, without people, sheets and drafts',
  stepUp: true,
  milestone: true,
  body: z.object({ year: z.int().min(2000).max(2200) }),
  reply: z.object({ archiveId: id, manifestDigest: digest }),
  errors: [...refusals, 'archive.nothingPublic', 'archive.personal'],
})

export const archiveFile = query({
  id: 'archive.package',
  method: 'GET',
  path: '/api/archives/:archiveId/package.zip',
  ability: 'archive.read',
  summary: 'The package as it was made',
  params: z.object({ archiveId: id }),
  reply: 'file',
  errors: ['result.hidden'],
})
