import { postKinds } from '@quanheng/domain/ability/posts'
import { secrecyLabels } from '@quanheng/domain/evidence/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, paged, paging, reason, version } from './shapes.ts'

const label = z.enum(secrecyLabels)
const key = z.string().min(1).max(100)
const item = z.object({ planId: id, leafKey: key, unitId: id })
const author = z.object({ personId: id, name: z.string(), post: z.enum(postKinds), unitName: z.string() })

const evidenceEntry = z.object({
  id,
  requirementKey: z.string().nullable(),
  datumId: id.nullable(),
  name: z.string(),
  digest,
  sm3: digest,
  size: z.int(),
  mediaType: z.string(),
  label,
  /** Whether the bytes open to me: a sensitive file does to those who work on the item. */
  opens: z.boolean(),
  /** Labels that I may give it now. */
  labels: z.array(label),
  relabels: z.array(z.object({ label, by: author, at: z.string(), reason: z.string() })),
  effectiveOn: day.nullable(),
  receivedOn: day,
  replaces: id.nullable(),
  /** The own body’s earlier evidence whose file this is. */
  reuses: id.nullable(),
  dates: z.object({ effective: z.enum(['unstated', 'within', 'after']), received: z.enum(['within', 'after']) }),
  scan: z.enum(['received', 'clean', 'infected', 'unscanned']),
  /** Whether it is among the 雷同材料 that nobody has settled; false for those who may not know. */
  alike: z.boolean(),
  by: author,
  at: z.string(),
  withdrawal: z.object({ by: author, at: z.string(), reason: z.string() }).nullable(),
  mayWithdraw: z.boolean(),
})

export const listEvidence = query({
  id: 'evidence.list',
  method: 'GET',
  path: '/api/evidence',
  ability: 'evidence.read',
  summary: 'The evidence list (台账目录清单) of one item and what has been put forward for it',
  query: item,
  reply: z.object({
    list: z.array(z.object({ key: z.string(), name: z.string(), required: z.boolean() })),
    files: z.array(evidenceEntry),
    /** What effective and received dates are held against. */
    cutoff: day.nullable(),
    due: day.nullable(),
    mayAttach: z.boolean(),
  }),
  errors: [],
})

export const listEvidenceItems = query({
  id: 'evidence.items',
  method: 'GET',
  path: '/api/evidence/items',
  ability: 'evidence.read',
  summary: 'Items whose evidence list I fill in or read, with how much of it is there',
  query: paging.extend({ planId: id.optional(), q: z.string().max(100).optional(), gaps: z.enum(['yes']).optional() }),
  reply: paged(
    item.extend({
      planTitle: z.string(),
      leafName: z.string(),
      unitName: z.string(),
      listed: z.int(),
      present: z.int(),
      missing: z.array(z.string()),
      mayAttach: z.boolean(),
    }),
  ),
  errors: [],
})

export const heldEvidence = query({
  id: 'evidence.held',
  method: 'GET',
  path: '/api/evidence/held',
  ability: 'evidence.attach',
  summary: 'Files that my body has put forward elsewhere and may use for this item instead of sending them again',
  query: item.extend({ q: z.string().max(100).optional() }),
  reply: z.object({
    files: z.array(
      z.object({
        id,
        digest,
        name: z.string(),
        size: z.int(),
        effectiveOn: day.nullable(),
        receivedOn: day,
        label,
        leafName: z.string(),
        planTitle: z.string(),
        /** Name of the entry that it was put forward for; null beyond the list. */
        entry: z.string().nullable(),
        /** The entry of this item’s list of the same name, still without a file. */
        fits: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
})

export const attachEvidence = command({
  id: 'evidence.attach',
  method: 'POST',
  path: '/api/evidence',
  ability: 'evidence.attach',
  act: '上传佐证材料',
  summary:
    'Put an uploaded file forward for an entry of the evidence list, or beyond it; may take the place of an earlier one',
  body: item.extend({
    requirementKey: key.nullable(),
    datumId: id.nullable(),
    digest,
    label,
    effectiveOn: day.nullable(),
    replaces: id.nullable(),
    /** Instead of a new upload: the own body’s evidence whose file is used once more; `digest` is its digest. */
    reuses: id.optional(),
    /** Why the earlier file is replaced; needed with `replaces`. */
    reason: z.string().trim().max(500).nullable(),
  }),
  reply: z.object({ id, version }),
  errors: [
    'evidence.unknownRequirement',
    'evidence.emptyFile',
    'evidence.sameFile',
    'evidence.effectiveAhead',
    'evidence.replacesOther',
    'evidence.cited',
    'evidence.notYours',
    'evidence.withdrawn',
    'evidence.reasonMissing',
    'evidence.notHeld',
    'evidence.labelLowered',
    'upload.infected',
    'upload.notFound',
  ],
})

export const withdrawEvidence = command({
  id: 'evidence.withdraw',
  method: 'POST',
  path: '/api/evidence/:evidenceId/withdraw',
  ability: 'evidence.withdraw',
  act: '撤回佐证材料',
  summary: 'Take a file back, with the reason; bytes and record stay',
  params: z.object({ evidenceId: id }),
  body: z.object({ reason }),
  reply: z.object({ version }),
  errors: ['evidence.withdrawn', 'evidence.notYours', 'evidence.cited', 'evidence.reasonMissing'],
})

export const relabelEvidence = command({
  id: 'evidence.relabel',
  method: 'POST',
  path: '/api/evidence/:evidenceId/label',
  ability: 'evidence.relabel',
  act: '调整材料标识',
  summary: 'Give a file another label, with the reason; a laxer one only by the head of the body that put it forward',
  params: z.object({ evidenceId: id }),
  body: z.object({ label, reason }),
  reply: z.object({ version }),
  errors: ['evidence.withdrawn', 'evidence.sameLabel', 'evidence.labelLowered', 'evidence.labelReasonMissing'],
})

export const evidenceFile = query({
  id: 'evidence.file',
  method: 'GET',
  path: '/api/evidence/:evidenceId/file',
  ability: 'evidence.read',
  summary: 'The bytes of one file; each opening is noted in the access trail',
  params: z.object({ evidenceId: id }),
  reply: 'file',
  errors: ['upload.infected', 'upload.notFound', 'evidence.sensitive'],
})
