import { randomUUID } from 'node:crypto'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { json } from '../../../platform/database/database.ts'
import type { TestServer } from '../../../platform/testing/test-server.ts'
import type { LockedWorld } from '../../result/testing/result-world.ts'
import { logLiveRows } from './archive-world.ts'

const kept = async ({ platform }: TestServer, text: string) => {
  const stored = await platform.files.put(
    (async function* () {
      yield Buffer.from(text)
    })(),
    10_000,
  )
  if (!stored.ok) throw new Error(stored.error.code)
  return stored.value
}

/** A paper that the office made from its own template, both files kept. @returns their digests */
export const templatePaper = async (server: TestServer, world: LockedWorld) => {
  const { db, platform } = server
  const at = platform.clock.now()
  const by: Author = { personId: world.staff.personId, post: 'officeStaff', unitId: world.office }
  const [template, paper] = [await kept(server, 'PK template'), await kept(server, 'PK paper')]
  const [templateId, kind] = [randomUUID(), 'pledge' as const]
  const named = { person_id: world.staff.personId, name: '责任书模板.docx', media_type: 'application/zip' }
  const { sha256, sm3, size } = template
  await db
    .insertInto('upload')
    .values({ id: randomUUID(), ...named, sha256, sm3, size, received_at: at })
    .execute()
  await db
    .insertInto('office_template')
    .values({ id: templateId, unit_id: world.office, kind, name: '责任书', active: true, version: 1 })
    .execute()
  await db
    .insertInto('office_template_version')
    .values({ template_id: templateId, number: 1, sha256, size, file_name: named.name, tags: [], author: json(by), at })
    .execute()
  await db
    .insertInto('template_paper')
    .values({
      id: randomUUID(),
      plan_id: world.year.planId,
      owner_unit_id: world.office,
      kind,
      unit_id: world.town,
      template_id: templateId,
      template_number: 1,
      source_digest: world.runDigest,
      title: '目标责任书',
      sha256: paper.sha256,
      size: paper.size,
      author: json(by),
      at,
    })
    .execute()
  await logLiveRows(server)
  return { template: sha256, paper: paper.sha256 }
}
