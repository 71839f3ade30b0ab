import { z } from 'zod'
import { command, housekeeping, query } from './route.ts'
import { day, id, line, none, reason } from './shapes.ts'

/** Longer than any policy asks, so that a sentence of Chinese fits (standards §4 row 4). */
const password = z.string().min(1).max(200)
const login = line(64)
/** Six digits, typed in whichever width; what is none is a wrong code. */
const factor = z.string().max(20)

const post = z.object({
  id,
  kind: z.string(),
  unitId: id,
  unitName: z.string(),
  sectionId: id.nullable(),
  sectionName: z.string().nullable(),
  title: z.string().nullable(),
})

/** The year of the package that was taken in: its title, the day it was made, and how many leaves of its log it holds. */
const archivedYear = z.object({ year: z.int(), title: z.string(), madeOn: day, leaves: z.int() })

/** What the sign-in page needs before anyone is known. The list of accounts exists in a rehearsal only. */
export const status = query({
  id: 'account.status',
  method: 'GET',
  path: '/api/status',
  ability: 'public',
  summary: 'Whether this installation has begun, and of which kind it is',
  reply: z.object({
    state: z.enum(['new', 'ready']),
    directory: z.enum(['real', 'rehearsal', 'archive']).nullable(),
    rehearsalDate: day.nullable(),
    archived: archivedYear.nullable(),
    accounts: z
      .array(
        z.object({ login: z.string(), name: z.string(), post: z.string(), unit: z.string(), tryFirst: z.string() }),
      )
      .optional(),
    /** The one password of all rehearsal accounts; absent in a real installation. */
    rehearsalPassword: z.string().optional(),
    version: z.string(),
  }),
  errors: [],
})

/** First run of a real directory: the code from the terminal makes the security administrator, and nobody else. */
export const begin = command({
  id: 'account.begin',
  method: 'POST',
  path: '/api/first-run',
  ability: 'public',
  act: '启用平台',
  summary: 'Begin a real installation with its first body and security administrator',
  body: z.object({
    code: line(20),
    unitName: line(100),
    login,
    name: line(50),
    password,
  }),
  reply: none,
  errors: ['account.alreadyBegun', 'account.wrongCode', 'account.passwordTooShort', 'account.passwordCommon'],
})

/** First run as a rehearsal: loads the invented city; progress stands in `rehearsal.progress`. */
export const beginRehearsal = housekeeping({
  id: 'account.beginRehearsal',
  method: 'POST',
  path: '/api/first-run/rehearsal',
  ability: 'public',
  summary: 'Begin a rehearsal installation and load its world',
  reply: none,
  errors: ['account.alreadyBegun'],
})

export const rehearsalProgress = query({
  id: 'rehearsal.progress',
  method: 'GET',
  path: '/api/rehearsal/progress',
  ability: 'public',
  summary: 'How far the loading of the rehearsal world is',
  reply: z.object({
    state: z.enum(['idle', 'loading', 'done', 'failed']),
    percent: z.int().min(0).max(100),
    doing: z.string().nullable(),
  }),
  errors: [],
})

export const signIn = housekeeping({
  id: 'session.login',
  method: 'POST',
  path: '/api/session',
  ability: 'public',
  summary: 'Sign in',
  body: z.object({ login, password, factor: factor.optional() }),
  reply: none,
  errors: ['account.wrongPassword', 'account.locked', 'account.factorNeeded', 'account.wrongFactor'],
})

export const signOut = housekeeping({
  id: 'session.logout',
  method: 'DELETE',
  path: '/api/session',
  ability: 'signedIn',
  summary: 'Sign out',
  reply: none,
  errors: [],
})

export const session = query({
  id: 'session.show',
  method: 'GET',
  path: '/api/session',
  ability: 'signedIn',
  summary: 'Who I am, my posts today, and what they may do',
  reply: z.object({
    person: z.object({ id, name: z.string(), login: z.string() }),
    posts: z.array(post),
    abilities: z.array(z.string()),
    rehearsal: z.object({ date: day }).nullable(),
    /** This system holds an archived year, to be read only. */
    archived: archivedYear.nullable(),
    today: day,
    mustChangePassword: z.boolean(),
  }),
  errors: [],
})

export const stepUp = housekeeping({
  id: 'session.stepUp',
  method: 'POST',
  path: '/api/session/step-up',
  ability: 'signedIn',
  summary: 'Prove the password (and second factor) again before a weighty act',
  body: z.object({ password, factor: factor.optional() }),
  reply: none,
  errors: ['account.ownPasswordWrong', 'account.locked', 'account.factorNeeded', 'account.wrongFactor'],
})

export const changePassword = command({
  id: 'account.changePassword',
  method: 'POST',
  path: '/api/account/password',
  ability: 'signedIn',
  act: '修改密码',
  summary: 'Change my own password',
  body: z.object({ oldPassword: password, newPassword: password }),
  reply: none,
  errors: ['account.ownPasswordWrong', 'account.passwordTooShort', 'account.passwordCommon', 'account.passwordReused'],
})

export const makeLink = command({
  id: 'account.makeLink',
  method: 'POST',
  path: '/api/people/:personId/link',
  ability: 'person.manage',
  act: '发送一次性链接',
  summary: 'Make a one-time link by which a person sets the password; shown once',
  params: z.object({ personId: id }),
  reply: z.object({ path: z.string(), expiresAt: z.string() }),
  errors: ['person.disabled'],
  stepUp: true,
})

export const printSlips = command({
  id: 'account.printSlips',
  method: 'POST',
  path: '/api/people/slips',
  ability: 'person.manage',
  act: '打印账号条',
  summary:
    'A fresh one-time code for each of these people, to print on slips; shown once, older codes and links expire',
  body: z.object({ personIds: z.array(id).min(1).max(200), days: z.int().min(1).max(7) }),
  reply: z.object({
    slips: z.array(
      z.object({
        personId: id,
        name: z.string(),
        login: z.string(),
        units: z.array(z.string()),
        /** Typed at `/links`; empty where an answer is repeated. */
        code: z.string(),
      }),
    ),
    expiresAt: z.string(),
  }),
  errors: ['account.slipDisabled'],
  stepUp: true,
})

export const redeemLink = command({
  id: 'account.redeem',
  method: 'POST',
  path: '/api/links/:token',
  ability: 'public',
  act: '设置密码',
  summary: 'Set the password by a one-time link',
  params: z.object({ token: line(100) }),
  body: z.object({ password }),
  reply: z.object({ login: z.string() }),
  errors: ['account.linkUnknown', 'account.linkExpired', 'account.passwordTooShort', 'account.passwordCommon'],
})

export const moveDate = command({
  id: 'rehearsal.moveDate',
  method: 'POST',
  path: '/api/rehearsal/date',
  ability: 'signedIn',
  act: '调整演练日期',
  summary: 'Move the rehearsal date forward',
  body: z.object({ date: day }),
  reply: none,
  errors: ['account.notRehearsal', 'account.dateBackwards'],
})

export const resetRehearsal = housekeeping({
  id: 'rehearsal.reset',
  method: 'POST',
  path: '/api/rehearsal/reset',
  ability: 'system.resetRehearsal',
  summary: 'Begin the rehearsal again from its first day',
  reply: none,
  errors: ['account.notRehearsal'],
})

export const showFactor = query({
  id: 'account.factor',
  method: 'GET',
  path: '/api/account/factor',
  ability: 'signedIn',
  summary:
    'Whether I have a second factor, and a new secret to enrol one; the secret is kept nowhere until it is confirmed',
  reply: z.object({
    enrolledAt: z.string().nullable(),
    /** Base32, for typing. */
    secret: z.string(),
    /** The same as an `otpauth://` address, for authenticators that read one. */
    address: z.string(),
    /** A rehearsal enrols, but asks nobody for a code at sign-in. */
    asked: z.boolean(),
  }),
  errors: [],
})

export const enrolFactor = command({
  id: 'account.enrolFactor',
  method: 'POST',
  path: '/api/account/factor',
  ability: 'signedIn',
  act: '登记第二因子',
  summary: 'Enrol an authenticator: its secret is kept once a first code proves that it works',
  body: z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/), code: factor }),
  reply: none,
  errors: ['account.wrongFactor'],
  stepUp: true,
})

export const releaseOwnFactor = command({
  id: 'account.releaseFactor',
  method: 'POST',
  path: '/api/account/factor/release',
  ability: 'signedIn',
  act: '解除第二因子',
  summary: 'Give up my second factor',
  reply: none,
  errors: ['account.noFactor'],
  stepUp: true,
})

export const releaseFactor = command({
  id: 'person.releaseFactor',
  method: 'POST',
  path: '/api/people/:personId/factor/release',
  ability: 'person.manage',
  act: '解除他人第二因子',
  summary: 'Release the second factor of a person whose authenticator is lost; ends the sessions',
  params: z.object({ personId: id }),
  body: z.object({ reason }),
  reply: none,
  errors: ['account.noFactor'],
  stepUp: true,
})
