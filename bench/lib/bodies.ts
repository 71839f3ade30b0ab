import type { PostKind } from '@quanheng/domain/ability/posts'
import { beginSession } from '../../apps/server/src/platform/session/session.ts'
import { idOf } from './ids.ts'
import type { BenchWorld } from './world.ts'

export const officeId = idOf('office')
export const leadId = idOf('lead')
export const sectionId = idOf('section')
export const unitId = (n: number): string => idOf(`unit ${n}`)

/** The office, a lead unit with a section, and `count` appraised units numbered from 0. */
export const seedBodies = async ({ asOwner }: BenchWorld, count: number): Promise<void> => {
  await asOwner(
    `INSERT INTO unit (id, name, short_name, sort_code, state, version)
    VALUES ($1, '云岭市绩效办', '市绩效办', 0, 'active', 1), ($2, '云岭市发展改革委', '市发展改革委', 1, 'active', 1)`,
    [officeId, leadId],
  )
  await asOwner(
    `INSERT INTO section (id, unit_id, name, short_name, state, version) VALUES ($1, $2, '就业与服务业科', '服务业科', 'active', 1)`,
    [sectionId, leadId],
  )
  await asOwner(
    `INSERT INTO unit (id, name, short_name, sort_code, state, version)
    SELECT bench_id('unit ' || n), '云岭市第' || n || '考核单位', '第' || n || '单位', 10 + n, 'active', 1
    FROM generate_series(0, $1::int - 1) n`,
    [count],
  )
}

export interface BenchCaller {
  readonly personId: string
  readonly unitId: string
  readonly token: string
}

/** `count` people, each signed in under one post; the n-th holds it in the unit that `unitOf` says. */
export const seedCallers = async (
  { db }: BenchWorld,
  count: number,
  kind: PostKind,
  unitOf: (n: number) => string,
): Promise<readonly BenchCaller[]> => {
  const people = Array.from({ length: count }, (_, n) => ({ personId: idOf(`${kind} ${n}`), unitId: unitOf(n), n }))
  await db
    .insertInto('person')
    .values(
      people.map(({ personId, n }) => ({
        id: personId,
        name: `第${n}人`,
        phone: null,
        mail: null,
        state: 'active' as const,
        version: 1,
      })),
    )
    .execute()
  await db
    .insertInto('post')
    .values(
      people.map((one) => ({
        id: idOf(`post ${kind} ${one.n}`),
        person_id: one.personId,
        unit_id: one.unitId,
        section_id: null,
        kind,
        title: null,
        acting: false,
        from_date: '2020-01-01',
        to_date: null,
        version: 1,
      })),
    )
    .execute()
  const now = new Date()
  return Promise.all(
    people.map(async ({ personId, unitId }) => ({
      personId,
      unitId,
      token: await beginSession(db, personId, now, '127.0.0.1', 'password'),
    })),
  )
}
