import { z } from 'zod'
import { command, query } from './route.ts'
import { day, id, reason, version } from './shapes.ts'

/** The registers of 加减分核定, one a year plan: who reports deductions and vetoes, 零报告, and the closing that totals rest on. */

const done = z.object({ version })
const unitRef = z.object({ unitId: id, unitName: z.string() })

/** The year plans in force under which somebody of this person's posts may enter, review or follow entries. */
export const creditYears = query({
  id: 'creditRegister.list',
  method: 'GET',
  path: '/api/credit-registers',
  ability: 'credit.read',
  summary: 'Year plans with what they foresee of bonuses, deductions and vetoes, and how their registers stand',
  reply: z.object({
    today: day,
    rows: z.array(
      z.object({
        planId: id,
        planTitle: z.string(),
        year: z.int(),
        officeUnitId: id,
        officeName: z.string(),
        foreseesCredits: z.boolean(),
        classes: z.array(
          z.object({ key: z.string(), name: z.string(), effect: z.enum(['bonus', 'deduction']), cap: z.string() }),
        ),
        gates: z.array(z.object({ key: z.string(), name: z.string(), factSource: z.string() })),
        /** 公示 working days; null where the plan wants none. */
        publicNoticeDays: z.int().nullable(),
        /** A day so many working days from today, for the forms; null where the holiday table of the year is missing. */
        publicNoticeUntil: day.nullable(),
        appraised: z.array(unitRef),
        /** Own units that are appraised: for these a bonus may be claimed. */
        claimsFor: z.array(unitRef),
        mayPropose: z.boolean(),
        register: z.object({
          state: z.enum(['open', 'closed']),
          version: z.int().min(0),
          asked: z.array(
            unitRef.extend({ due: day, answer: z.enum(['zero', 'proposed', 'silent']), by: z.string().nullable() }),
          ),
          open: z.int(),
          decided: z.int(),
          reopened: z.string().nullable(),
        }),
        may: z.array(z.enum(['ask', 'close', 'reopen', 'reportZero'])),
      }),
    ),
  }),
  errors: [],
})

const ofPlan = z.object({ planId: id })
const registered = z.object({ version: z.int().min(0) })

export const askForCredits = command({
  id: 'creditRegister.ask',
  method: 'POST',
  path: '/api/credit-registers/:planId/asked',
  ability: 'creditRegister.ask',
  summary: 'Names the bodies that report deductions and vetoes, or report zero, and until when',
  act: '布置扣分否决报送',
  params: ofPlan,
  body: registered.extend({ asked: z.array(z.object({ unitId: id, due: day })).max(300) }),
  reply: done,
  errors: ['credit.registerClosed', 'credit.askedTwice'],
})

export const reportZero = command({
  id: 'creditRegister.reportZero',
  method: 'POST',
  path: '/api/credit-registers/:planId/zero-reports',
  ability: 'creditRegister.reportZero',
  summary: 'A body that was asked has nothing to propose',
  act: '零报告',
  params: ofPlan,
  body: registered,
  reply: done,
  errors: ['credit.notAsked', 'credit.alreadyAnswered', 'credit.registerClosed'],
})

export const closeCreditRegister = command({
  id: 'creditRegister.close',
  method: 'POST',
  path: '/api/credit-registers/:planId/closing',
  ability: 'creditRegister.close',
  summary: 'Every entry is settled and every body heard: totals call bonuses and deductions entered',
  act: '加减分关账',
  params: ofPlan,
  body: registered,
  reply: done,
  errors: ['credit.entriesOpen', 'credit.bodiesSilent', 'credit.registerClosed'],
})

export const reopenCreditRegister = command({
  id: 'creditRegister.reopen',
  method: 'POST',
  path: '/api/credit-registers/:planId/reopening',
  ability: 'creditRegister.reopen',
  summary: 'Opens the register again, for a reason; totals that rest on it fall',
  act: '重开加减分台账',
  params: ofPlan,
  body: registered.extend({ reason }),
  reply: done,
  errors: ['credit.registerOpen', 'credit.reasonMissing'],
})
