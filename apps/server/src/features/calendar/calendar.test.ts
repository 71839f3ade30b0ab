import * as contract from '@quanheng/contract/calendar'
import { isWorkingDay } from '@quanheng/domain/kernel/working-days'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { calendarRoutes, workCalendar } from './index.ts'

let server: TestServer
let office: Caller

beforeAll(async () => {
  server = await startTestServer(() => calendarRoutes())
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '云岭市绩效办') }])
})
afterAll(() => server.close())

const table = (more: object = {}) => ({
  off: ['2027-01-01'],
  workingWeekends: ['2027-01-03'],
  source: { documentNumber: '国办发明电〔2026〕9号', date: '2026-11-05' },
  version: 0,
  ...more,
})
const save = (year: string, body: object, who = office) => who.call(contract.saveCalendar, { params: { year }, body })

it('随版本带来的年份可直接用，录入新一年后按录入的算', async () => {
  const { rows } = (await office.call(contract.listCalendar, {})).json()
  expect(rows.map((row: { year: number; origin: string }) => [row.year, row.origin])).toContainEqual([2025, 'shipped'])
  expect(isWorkingDay(await workCalendar(server.db), '2027-01-03').ok).toBe(false)
  expect((await save('2027', table())).json()).toEqual({ version: 1 })
  expect(isWorkingDay(await workCalendar(server.db), '2027-01-03')).toEqual({ ok: true, value: true })
})

it('订正一年须凭最新版本；录入的替代随版本带来的', async () => {
  const correction = table({
    off: ['2026-01-01'],
    workingWeekends: [],
    source: { documentNumber: '国办发明电〔2025〕7号', date: '2025-11-04' },
  })
  expect((await save('2026', correction)).json()).toEqual({ version: 1 })
  const late = await save('2026', correction)
  expect([late.statusCode, late.json().error.code]).toEqual([409, 'platform.stale'])
  expect(isWorkingDay(await workCalendar(server.db), '2026-01-02')).toEqual({ ok: true, value: true })
})

it.each([
  ['不在该年', table({ off: ['2028-01-01'] }), 'calendar.notOfYear'],
  ['列了两次', table({ off: ['2029-01-01', '2029-01-01'] }), 'calendar.twice'],
  ['平日不必调休', table({ off: [], workingWeekends: ['2029-01-01'] }), 'calendar.notWeekend'],
])('%s：指明哪一天', async (_, body, code) => {
  expect((await save('2029', body)).json().error.code).toBe(code)
})

it('被考核单位不能改', async () => {
  const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: await seedUnit(server.db, '某局') }])
  expect((await save('2027', table({ version: 1 }), reporter)).statusCode).toBe(403)
})
