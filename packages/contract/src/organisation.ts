import { postKinds } from '@quanheng/domain/ability/posts'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, id, line, none, paged, paging, sort, version } from './shapes.ts'

const names = { name: line(100), shortName: line(40), aliases: z.array(line(100)).max(20) }

const unit = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  aliases: z.array(z.string()),
  sortCode: z.int(),
  state: z.enum(['active', 'closed']),
  version,
})

const section = unit.extend({ unitId: id })

export const unitFilters = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(['active', 'closed']).optional(),
  sort,
})

export const listUnits = query({
  id: 'unit.list',
  method: 'GET',
  path: '/api/units',
  ability: 'signedIn',
  summary: 'Units in official order, with the number of sections and posts',
  query: paging.extend(unitFilters.shape),
  reply: paged(unit.extend({ sections: z.int(), posts: z.int() })),
  errors: [],
})

export const createUnit = command({
  id: 'unit.create',
  method: 'POST',
  path: '/api/units',
  ability: 'unit.manage',
  act: '登记单位',
  summary: 'Register a unit',
  body: z.object({ ...names, sortCode: z.int().min(0).max(99_999) }),
  reply: z.object({ id }),
  errors: ['unit.nameTaken'],
})

export const changeUnit = command({
  id: 'unit.change',
  method: 'PUT',
  path: '/api/units/:unitId',
  ability: 'unit.manage',
  act: '修改单位',
  summary: 'Change names, order or state of a unit',
  params: z.object({ unitId: id }),
  body: z.object({ ...names, sortCode: z.int().min(0).max(99_999), state: z.enum(['active', 'closed']), version }),
  reply: z.object({ version }),
  errors: ['unit.nameTaken'],
})

export const listSections = query({
  id: 'section.list',
  method: 'GET',
  path: '/api/units/:unitId/sections',
  ability: 'signedIn',
  summary: 'Sections of a unit in official order',
  params: z.object({ unitId: id }),
  reply: z.object({ rows: z.array(section) }),
  errors: [],
})

export const createSection = command({
  id: 'section.create',
  method: 'POST',
  path: '/api/units/:unitId/sections',
  ability: 'section.manage',
  act: '登记科室',
  summary: 'Register a section of a unit',
  params: z.object({ unitId: id }),
  body: z.object({ ...names, sortCode: z.int().min(0).max(99_999) }),
  reply: z.object({ id }),
  errors: ['section.nameTaken', 'unit.closed'],
})

export const changeSection = command({
  id: 'section.change',
  method: 'PUT',
  path: '/api/sections/:sectionId',
  ability: 'section.manage',
  act: '修改科室',
  summary: 'Change names, order or state of a section',
  params: z.object({ sectionId: id }),
  body: z.object({ ...names, sortCode: z.int().min(0).max(99_999), state: z.enum(['active', 'closed']), version }),
  reply: z.object({ version }),
  errors: ['section.nameTaken'],
})

export const person = z.object({
  id,
  name: z.string(),
  login: z.string(),
  /** Masked; `showPhone` gives it whole and is written down. */
  phone: z.string().nullable(),
  mail: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  version,
})

export const heldPost = z.object({
  id,
  personId: id,
  personName: z.string(),
  unitId: id,
  unitName: z.string(),
  sectionId: id.nullable(),
  sectionName: z.string().nullable(),
  kind: z.enum(postKinds),
  title: z.string().nullable(),
  acting: z.boolean(),
  from: day,
  to: day.nullable(),
  version,
})

export const personFilters = z.object({
  q: z.string().max(100).optional(),
  unitId: id.optional(),
  kind: z.enum(postKinds).optional(),
  state: z.enum(['active', 'disabled']).optional(),
  sort,
})

export const listPeople = query({
  id: 'person.list',
  method: 'GET',
  path: '/api/people',
  ability: 'person.manage',
  summary: 'People with login and posts',
  query: paging.extend(personFilters.shape),
  reply: paged(person.extend({ posts: z.array(heldPost), hasPassword: z.boolean() })),
  errors: [],
})

/** Names and posts for choosing people in plans and worklists; no phone, no login. */
export const directory = query({
  id: 'person.directory',
  method: 'GET',
  path: '/api/directory',
  ability: 'signedIn',
  summary: 'Who holds which post, for choosing people',
  query: z.object({ unitId: id.optional(), sectionId: id.optional(), kind: z.enum(postKinds).optional() }),
  reply: z.object({ rows: z.array(heldPost) }),
  errors: [],
})

const contact = { phone: line(40).nullable(), mail: line(100).nullable() }

export const createPerson = command({
  id: 'person.create',
  method: 'POST',
  path: '/api/people',
  ability: 'person.manage',
  act: '登记人员',
  summary: 'Register a person with a login that nobody had before',
  body: z.object({ name: line(50), login: line(64), ...contact }),
  reply: z.object({ id }),
  errors: ['account.loginTaken'],
})

export const changePerson = command({
  id: 'person.change',
  method: 'PUT',
  path: '/api/people/:personId',
  ability: 'person.manage',
  act: '修改人员',
  summary: 'Change name, contact or state of a person; disabling ends the sessions',
  params: z.object({ personId: id }),
  body: z.object({ name: line(50), ...contact, state: z.enum(['active', 'disabled']), version }),
  reply: z.object({ version }),
  errors: ['post.breaksSeparation', 'person.isSelf'],
})

export const showPhone = command({
  id: 'person.showPhone',
  method: 'POST',
  path: '/api/people/:personId/phone',
  ability: 'person.manage',
  act: '查看电话',
  summary: 'The telephone of one person unmasked; who looked at whose, when, stays in the log and not the number',
  params: z.object({ personId: id }),
  body: z.object({}),
  reply: z.object({ phone: z.string().nullable() }),
  errors: [],
})

export const givePost = command({
  id: 'post.give',
  method: 'POST',
  path: '/api/people/:personId/posts',
  ability: 'post.manage',
  act: '任职登记',
  summary: 'Give a person a post in a unit for a period',
  params: z.object({ personId: id }),
  body: z.object({
    kind: z.enum(postKinds),
    unitId: id,
    sectionId: id.nullable(),
    title: line(60).nullable(),
    acting: z.boolean(),
    from: day,
    to: day.nullable(),
  }),
  reply: z.object({ id }),
  errors: [
    'post.administratorHoldsAnother',
    'post.administratorHasBusiness',
    'post.sectionNeeded',
    'post.periodBackwards',
    'post.actingWithoutEnd',
    'post.heldTwice',
    'post.breaksSeparation',
    'section.notOfUnit',
    'unit.closed',
    'person.disabled',
  ],
})

export const endPost = command({
  id: 'post.end',
  method: 'POST',
  path: '/api/posts/:postId/end',
  ability: 'post.manage',
  act: '免职登记',
  summary: 'End a post on a day',
  params: z.object({ postId: id }),
  body: z.object({ to: day, version }),
  reply: none,
  errors: ['post.ended', 'post.periodBackwards'],
})
