import { randomUUID } from 'node:crypto'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { populationDigest } from '@quanheng/domain/verification/draw'
import { drawDigest } from '@quanheng/domain/verification/draw-acts'
import type { Draw } from '@quanheng/domain/verification/model'
import { algorithmFor, pick, seedOf } from '@quanheng/domain/verification/pick'
import { json } from '../../../platform/database/database.ts'
import { sha256 } from '../../../platform/log/means.ts'
import { signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import type { LockedWorld } from '../../result/testing/result-world.ts'

/** One sheet of the lead unit was verified on units drawn before an observer, who signed the draw with a second factor. */
export const witnessedDraw = async (server: TestServer, world: LockedWorld): Promise<void> => {
  const { db, platform } = server
  const { personId } = await signedIn(server, [{ kind: 'observer', unitId: world.lead }], '监督人')
  const witness: Author = { personId, post: 'observer', unitId: world.lead }
  const drawnBy: Author = { personId: world.head.personId, post: 'sectionHead', unitId: world.lead }
  const sheet = await db
    .selectFrom('sheet')
    .select(['id', 'leaf_key', 'unit_ids', 'signed_digest'])
    .where('plan_id', '=', world.planId)
    .where('signed_digest', 'is not', null)
    .orderBy('leaf_key')
    .executeTakeFirstOrThrow()
  const strata = [{ key: '', units: sheet.unit_ids.map((unitId, at) => ({ code: `U${at + 1}`, unitId })) }]
  const at = platform.clock.now().toISOString()
  const seedParts = [
    { by: '监督人', value: '3719' },
    { by: '科室', value: '8046' },
  ]
  const seed = seedOf(seedParts)
  const digest = populationDigest(strata, sha256)
  const draw: Draw = {
    id: randomUUID(),
    algorithm: algorithmFor(strata),
    populationDigest: digest,
    size: 1,
    seedParts,
    seed,
    picked: pick({ strata, size: 1 }, seed, sha256),
    drawnBy,
    witness,
    at,
  }
  const verificationId = randomUUID()
  await db
    .insertInto('verification')
    .values({
      id: verificationId,
      plan_id: world.planId,
      sheet_id: sheet.id,
      leaf_key: sheet.leaf_key,
      scope: json({ kind: 'random', size: 1, strata, populationDigest: digest, picks: [] }),
      standard: '',
      sheet_digest: sheet.signed_digest ?? '',
      state: 'closed',
      version: 3,
    })
    .execute()
  await db
    .insertInto('draw')
    .values({
      id: draw.id,
      verification_id: verificationId,
      algorithm: draw.algorithm,
      population_digest: digest,
      size: 1,
      seed_parts: json(seedParts),
      seed,
      picked: json(draw.picked),
      drawn_by: json(drawnBy),
      witness: json(witness),
      at,
    })
    .execute()
  await db
    .insertInto('draw_attestation')
    .values({
      draw_id: draw.id,
      author: json(witness),
      at,
      digest: drawDigest(draw, sha256),
      proof: 'secondFactor',
    })
    .execute()
}
