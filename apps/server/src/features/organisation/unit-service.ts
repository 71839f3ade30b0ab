import type { changeSection, changeUnit, createSection, createUnit } from '@quanheng/contract/organisation'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { canonicalSection, canonicalUnit } from './canonical.ts'
import type { SectionTable, UnitTable } from './tables.ts'

interface Names {
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly sortCode: number
}

const columnsOf = (names: Names) => ({
  name: normaliseName(names.name),
  short_name: normaliseName(names.shortName),
  aliases: names.aliases.map(normaliseName),
  sort_code: names.sortCode,
})

export const registerUnit: CommandHandler<typeof createUnit> = async ({ tx, posts, context, body }) => {
  const unit: UnitTable = { id: context.newId(), ...columnsOf(body), state: 'active', version: 1 }
  const saved = await tx
    .insertInto('unit')
    .values(unit)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n)
    return refuse('unit.nameTaken', { at: 'body.name', params: { name: unit.name } })
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'unitRegistered', ...canonicalUnit(unit) }],
    changes: [{ noun: 'unit', id: unit.id, version: 1, before: null, after: canonicalUnit(unit) }],
    reply: { id: unit.id },
  })
}

export const reviseUnit: CommandHandler<typeof changeUnit> = async ({ tx, posts, params, body }) => {
  const before = await tx.selectFrom('unit').selectAll().where('id', '=', params.unitId).forUpdate().executeTakeFirst()
  if (before === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, before, body.version)
  if (!current.ok) return current
  const after: UnitTable = { id: before.id, ...columnsOf(body), state: body.state, version: before.version + 1 }
  const twin = await tx
    .selectFrom('unit')
    .select('id')
    .where('name', '=', after.name)
    .where('id', '!=', after.id)
    .executeTakeFirst()
  if (twin !== undefined) return refuse('unit.nameTaken', { at: 'body.name', params: { name: after.name } })
  await tx.updateTable('unit').set(after).where('id', '=', after.id).execute()
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'unitRevised', before: canonicalUnit(before), after: canonicalUnit(after) }],
    changes: [
      {
        noun: 'unit',
        id: after.id,
        version: after.version,
        before: canonicalUnit(before),
        after: canonicalUnit(after),
      },
    ],
    reply: { version: after.version },
  })
}

export const registerSection: CommandHandler<typeof createSection> = async ({ tx, posts, context, params, body }) => {
  const unit = await tx.selectFrom('unit').selectAll().where('id', '=', params.unitId).forShare().executeTakeFirst()
  const post = posts.find((held) => held.kind !== 'unitAdmin' || held.unitId === params.unitId)
  if (unit === undefined || post === undefined) return refuse('platform.notFound')
  if (unit.state === 'closed') return refuse('unit.closed')
  const section: SectionTable = {
    id: context.newId(),
    unit_id: unit.id,
    ...columnsOf(body),
    state: 'active',
    version: 1,
  }
  const saved = await tx
    .insertInto('section')
    .values(section)
    .onConflict((conflict) => conflict.columns(['unit_id', 'name']).doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) {
    return refuse('section.nameTaken', { at: 'body.name', params: { name: section.name } })
  }
  return ok({
    post,
    events: [{ type: 'sectionRegistered', ...canonicalSection(section) }],
    changes: [{ noun: 'section', id: section.id, version: 1, before: null, after: canonicalSection(section) }],
    reply: { id: section.id },
  })
}

export const reviseSection: CommandHandler<typeof changeSection> = async ({ tx, posts, params, body }) => {
  const before = await tx
    .selectFrom('section')
    .selectAll()
    .where('id', '=', params.sectionId)
    .forUpdate()
    .executeTakeFirst()
  const post = posts.find((held) => held.kind !== 'unitAdmin' || held.unitId === before?.unit_id)
  if (before === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, before, body.version)
  if (!current.ok) return current
  const after: SectionTable = { ...before, ...columnsOf(body), state: body.state, version: before.version + 1 }
  const twin = await tx
    .selectFrom('section')
    .select('id')
    .where('unit_id', '=', after.unit_id)
    .where('name', '=', after.name)
    .where('id', '!=', after.id)
    .executeTakeFirst()
  if (twin !== undefined) return refuse('section.nameTaken', { at: 'body.name', params: { name: after.name } })
  await tx.updateTable('section').set(after).where('id', '=', after.id).execute()
  return ok({
    post,
    events: [{ type: 'sectionRevised', before: canonicalSection(before), after: canonicalSection(after) }],
    changes: [
      {
        noun: 'section',
        id: after.id,
        version: after.version,
        before: canonicalSection(before),
        after: canonicalSection(after),
      },
    ],
    reply: { version: after.version },
  })
}
