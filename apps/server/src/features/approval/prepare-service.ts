import { createHash } from 'node:crypto'
import type { Refusal } from '@quanheng/contract/errors'
import type { prepareSubmission as contractPrepare } from '@quanheng/contract/submission'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { prepareSubmission } from '@quanheng/domain/submission/prepare'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { commandContext, frozenRun, paperOfResult } from '../result/index.ts'
import { choosePost, holdApproval } from './act-on-approval.ts'
import { makePackage } from './make-package.ts'
import type { MadePackage } from './package-task.ts'
import { insertSubmission, submissionChange, submissionOfApproval } from './submission-store.ts'

const largest = 200 * 1_048_576

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps the zip and both documents, each under its digest; a row never points to a missing file. */
const keepFiles = async (files: FileStore, made: MadePackage): Promise<Result<null, Refusal>> => {
  for (const bytes of [made.bytes, made.letter, made.report]) {
    const stored = await files.put(once(bytes), largest)
    if (!stored.ok) return stored
  }
  return ok(null)
}

/** Every item of the locked version, indicator by indicator, units in the order of their groups. */
const planOrder = ({ leaves, units }: RunContent) =>
  leaves.flatMap((leaf) =>
    units.filter(({ id }) => leaf.unitIds.includes(id)).map(({ id }) => ({ leafKey: leaf.key, unitId: id })),
  )

const scoresOf = ({ leaves }: RunContent) =>
  leaves.flatMap((leaf) =>
    leaf.unitIds.map((unitId, row) => ({ leafKey: leaf.key, unitId, points: leaf.points[row] ?? '' })),
  )

/** 报送包 and 录入对照单 of a paper that has its number. */
export const prepareWith =
  (files: FileStore): CommandHandler<typeof contractPrepare> =>
  async (asked) => {
    const { tx, posts, params, body, context } = asked
    const held = await holdApproval(asked, params.approvalId, body.version)
    if (!held.ok) return held
    const { approval, row, result } = held.value
    const post = choosePost(posts, held.value, 'submit')
    if (post === undefined) return refuse('platform.notFound')
    if (approval.state !== 'submit' && approval.state !== 'completed') {
      return refuse('approval.notNow', { params: { state: approval.state, command: 'submit' } })
    }
    if ((await submissionOfApproval(tx, params.approvalId)) !== undefined) return refuse('submission.prepared')
    const frozen = await frozenRun(tx, result.row.id)
    const paper = await paperOfResult(tx, result.row.id)
    if (!frozen || !paper) return refuse('platform.notFound')
    const made = await makePackage(tx, approval, frozen, paper.words, context.today)
    const prepared = prepareSubmission(
      approval,
      {
        files: made.manifest.files.map(({ path, sha256: digest, size }) => ({ name: path, sha256: digest, size })),
        order: body.order ?? planOrder(frozen.run),
        scores: scoresOf(frozen.run),
      },
      commandContext(asked, post),
    )
    if (!prepared.ok) return prepared
    const kept = await keepFiles(files, made)
    if (!kept.ok) return kept
    const after = await insertSubmission(tx, prepared.value.next, {
      owner_unit_id: row.owner_unit_id,
      package_digest: made.digest,
      zip_digest: sha256(made.bytes),
    })
    return ok({
      post,
      events: prepared.value.events,
      changes: [submissionChange(null, after)],
      reply: { submissionId: after.row.id, packageDigest: made.digest },
    })
  }
