import { postKinds } from '@quanheng/domain/ability/posts'
import { z } from 'zod'
import { issuedPaperKinds } from './issued-paper.ts'
import { command, housekeeping, query } from './route.ts'
import { day, id, line, none, paged, paging, words } from './shapes.ts'

/** Lights by the due day: red past it, yellow on the last two working days, else green; none without a due day. */
const light = z.enum(['green', 'yellow', 'red']).nullable()

const nouns = [
  'plan',
  'datum',
  'lateEntry',
  'selfReview',
  'feedback',
  'feedbackQuestion',
  'sheet',
  'verification',
  'credit',
  'leadReport',
  'approval',
  'submission',
  'meeting',
  'assignedTask',
  'circular',
  'matter',
  'supervision',
  'supervisionVisit',
  'rectification',
  'targetAdjustment',
  'objection',
  'milestone',
  'routineRecord',
  'yearReview',
  'superiorPlan',
  'peopleProposal',
  'evaluation',
  'progressReport',
] as const

const task = z.object({
  noun: z.enum(nouns),
  id: z.string(),
  /** Command of the noun that takes the object forward; its word stands in the vocabulary `<noun>Command`. */
  verb: z.string(),
  object: z.string(),
  within: z.string().nullable(),
  from: z.string().nullable(),
  link: z.string(),
  due: day.nullable(),
  light,
  /** Who of my bodies has taken it on (领办); null where nobody has. */
  claim: z.object({ name: z.string(), mine: z.boolean() }).nullable(),
  /** Working days left; negative when late; null without a due day, or where the year has no holiday table. */
  workingDaysLeft: z.int().nullable(),
})

export const listTasks = query({
  id: 'workbench.tasks',
  method: 'GET',
  path: '/api/workbench/tasks',
  ability: 'signedIn',
  summary: 'What waits for me, the most pressing first (待办)',
  query: paging.extend({
    noun: z.enum(nouns).optional(),
    light: z.enum(['yellow', 'red']).optional(),
    q: z.string().max(100).optional(),
  }),
  /** `late` and `soon` count over all of my tasks, whatever the filter. */
  reply: paged(task).extend({ all: z.int(), late: z.int(), soon: z.int() }),
  errors: [],
})

/** A task of mine, as the list names it. */
const named = z.object({ noun: z.enum(nouns), id: line(200), verb: line(60) })

export const claimTask = command({
  id: 'workbench.claim',
  method: 'POST',
  path: '/api/workbench/tasks/claim',
  ability: 'signedIn',
  act: '领办',
  summary:
    'Say that I do this task of mine, so that nobody of my body does the same; with `takeOver` instead of somebody else',
  body: named.extend({ takeOver: z.boolean() }),
  reply: none,
  errors: ['taskClaim.taken', 'taskClaim.already'],
})

export const releaseTask = command({
  id: 'workbench.release',
  method: 'POST',
  path: '/api/workbench/tasks/release',
  ability: 'signedIn',
  act: '放回待办',
  summary: 'Give a task back that I had taken on',
  body: named,
  reply: none,
  errors: [],
})

export const listDone = query({
  id: 'workbench.done',
  method: 'GET',
  path: '/api/workbench/done',
  ability: 'signedIn',
  summary: 'What I did, newest first (已办)',
  query: paging,
  reply: paged(
    z.object({
      id,
      at: z.string(),
      label: z.string(),
      summary: z.string(),
      post: z.enum(postKinds).nullable(),
      unit: z.string().nullable(),
      nouns: z.array(z.string()),
      leaf: z.int().nullable(),
    }),
  ),
  errors: [],
})

const startedNouns = ['plan', 'datum', 'sheet', 'verification', 'leadReport', 'approval'] as const

export const listStarted = query({
  id: 'workbench.started',
  method: 'GET',
  path: '/api/workbench/started',
  ability: 'signedIn',
  summary: 'What I set going, the latest first, and where each stands now (我发起的)',
  query: paging.extend({ noun: z.enum(startedNouns).optional() }),
  reply: paged(
    z.object({
      noun: z.enum(startedNouns),
      id,
      /** When I last set it going. */
      at: z.string(),
      label: z.string(),
      summary: z.string(),
      /** Null where my posts of today no longer let me see it. */
      now: z
        .object({
          object: z.string(),
          within: z.string().nullable(),
          /** Member of the vocabulary `<noun>State`. */
          state: z.string(),
          link: z.string(),
        })
        .nullable(),
    }),
  ),
  errors: [],
})

export const listCirculated = query({
  id: 'workbench.circulated',
  method: 'GET',
  path: '/api/workbench/circulated',
  ability: 'signedIn',
  summary: 'Issued plans and papers that concern my bodies, the latest first, and whether I have opened them (传阅)',
  query: paging.extend({ unread: z.enum(['yes']).optional(), q: z.string().max(100).optional() }),
  /** `unread` counts over all that is circulated to me, whatever the filter. */
  reply: paged(
    z.object({
      kind: z.enum(['plan', 'circular', ...issuedPaperKinds]),
      /** Of the version of the plan, or of the paper: what a read mark names. */
      id,
      title: z.string(),
      documentNumber: z.string(),
      issuedOn: day,
      from: z.string(),
      link: z.string(),
      readAt: z.string().nullable(),
    }),
  ).extend({ unread: z.int() }),
  errors: [],
})

export const markCirculatedRead = housekeeping({
  id: 'workbench.read',
  method: 'POST',
  path: '/api/workbench/circulated/read',
  ability: 'signedIn',
  summary: 'Mark circulated papers as read by me',
  body: z.object({ ids: z.array(id).min(1).max(200) }),
  reply: none,
  errors: [],
})

export const showDueMonth = query({
  id: 'workbench.dueMonth',
  method: 'GET',
  path: '/api/workbench/due',
  ability: 'signedIn',
  summary: 'A month of working days, with steps of plans and tasks that fall due',
  query: z.object({ month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/) }),
  reply: z.object({
    days: z.array(
      z.object({
        day,
        /** Null where the year has no holiday table. */
        working: z.boolean().nullable(),
        steps: z.array(
          z.object({ name: z.string(), plans: z.array(z.object({ title: z.string(), link: z.string() })) }),
        ),
        tasks: z.int(),
      }),
    ),
  }),
  errors: [],
})

export const listOwed = query({
  id: 'workbench.owed',
  method: 'GET',
  path: '/api/workbench/owed',
  ability: 'workbench.urge',
  summary: 'Whom to urge, with phone and a text ready to copy (催报)',
  query: paging.extend({ ahead: z.coerce.number().int().min(0).max(60).default(5), q: z.string().max(100).optional() }),
  reply: paged(
    z.object({
      key: z.string(),
      noun: z.enum(nouns),
      verb: z.string(),
      /** Unit, with its section, that owes it. */
      body: z.string(),
      object: z.string(),
      within: z.string().nullable(),
      due: day,
      daysLate: z.int(),
      people: z.array(z.object({ name: z.string(), post: z.enum(postKinds), phone: z.string().nullable() })),
      /** Chinese: officials send it. */
      text: words,
      link: z.string(),
    }),
  ),
  errors: [],
})

export const listNotifications = query({
  id: 'notification.list',
  method: 'GET',
  path: '/api/notifications',
  ability: 'signedIn',
  summary: 'What I was told, newest first',
  query: paging.extend({ unread: z.enum(['yes']).optional() }),
  reply: paged(
    z.object({
      id,
      at: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.string()),
      link: z.string().nullable(),
      readAt: z.string().nullable(),
    }),
  ),
  errors: [],
})

export const unreadCount = query({
  id: 'notification.unread',
  method: 'GET',
  path: '/api/notifications/unread',
  ability: 'signedIn',
  summary: 'How many notifications I have not read',
  reply: z.object({ count: z.int() }),
  errors: [],
})

export const markRead = housekeeping({
  id: 'notification.read',
  method: 'POST',
  path: '/api/notifications/read',
  ability: 'signedIn',
  summary: 'Mark notifications of mine as read; all of them without `ids`',
  body: z.object({ ids: z.array(id).max(200).optional() }),
  reply: none,
  errors: [],
})
