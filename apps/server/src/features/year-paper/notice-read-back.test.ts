import { yearPaperFile } from '@quanheng/contract/year-paper'
import { readBytes } from '@quanheng/notice/read-bytes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { approvalSteps } from '../approval/testing/approval-steps.ts'
import { allRoutes } from '../index.ts'
import { issuedPlan } from '../plan/index.ts'

let server: TestServer
const { prepared } = approvalSteps(() => server)
let world: Awaited<ReturnType<typeof prepared>>
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await prepared('')
})
afterAll(() => server.close())

/** What the reader prints, each value without its place. */
const bare = (text: string): Read =>
  JSON.parse(text, (_, value) => (typeof value?.at === 'object' && 'value' in value ? value.value : value))

interface Read {
  readonly title: string
  readonly documentNumber: string
  readonly documentDate: string
  readonly kind: string
  readonly addressees: readonly string[]
  readonly attachments: readonly { readonly name: string; readonly present: boolean }[]
  readonly units: readonly { readonly name: string }[]
  readonly indicators: readonly Record<'name' | 'fullMark' | 'rule' | 'standard', string | null>[]
  readonly responsibilities: readonly { readonly indicator: string; readonly section: string }[]
  readonly steps: readonly { readonly name: string; readonly due: string }[]
  readonly findings: readonly { readonly code: string }[]
  readonly truncated: boolean
}

it('the notice that a plan prints gives the plan again when it is read', async () => {
  const plan = await issuedPlan(server.db, world.planId)
  if (plan === null) throw new Error('the plan is in force')
  const { document, indicators, steps, tasks, title } = plan.content
  const printed = await world.carrier.call(yearPaperFile, {
    params: { planId: world.planId, paperKind: 'planNotice' },
    query: {},
  })
  const notice = await readBytes(printed.rawPayload, 'zh-CN')
  if (!notice.ok) throw new Error(notice.error.code)
  const read = bare(JSON.stringify(notice.value.json))

  expect(read.title).toContain(`关于印发《${title}》的通知`)
  expect(read).toMatchObject({ kind: 'plan', addressees: document.addressees, truncated: false })
  expect(read.attachments.map(({ present }) => present)).toEqual([true, true, true])
  expect(read.indicators.map(({ name, fullMark, rule, standard }) => ({ name, fullMark, rule, standard }))).toEqual(
    indicators.map(({ name, fullMark, scoring }) => ({
      name,
      // The head of a group prints no mark of its own.
      fullMark: scoring ? fullMark : null,
      rule: scoring?.rule?.text ?? null,
      standard: scoring?.completionStandard ?? null,
    })),
  )
  expect(read.steps.map(({ name, due }) => ({ name, due }))).toEqual(steps.map(({ name, due }) => ({ name, due })))
  expect(read.responsibilities.map(({ indicator }) => indicator)).toEqual(
    indicators.flatMap(({ name, scoring }) => (scoring ? [name] : [])),
  )
  expect(read.units.length).toBe(new Set(tasks.map(({ unitId }) => unitId)).size)
  expect(read.findings.map(({ code }) => code)).toEqual([])
})
