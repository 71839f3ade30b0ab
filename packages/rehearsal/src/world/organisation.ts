import { changeUnit, createPerson, createSection, createUnit, givePost } from '@quanheng/contract/organisation'
import type { Player } from '../player.ts'
import { firstPerson, people } from './people.ts'
import { officeKey, units } from './units.ts'

/** Ids that the door gave, by the world's own keys. */
export interface OrganisationIds {
  readonly unit: (key: string) => string
  readonly section: (unit: string, key: string) => string
  readonly person: (login: string) => string
}

/** Long before the year under appraisal, so that every step of it falls into the posts' period. */
const heldFrom = '2024-01-01'

const idIn = (ids: ReadonlyMap<string, string>, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the rehearsal world has no ${key}`)
  return id
}

/** Registers bodies and people in the order in which a real installation does: first one unit, its staff, then the rest. */
export const loadOrganisation = async (player: Player, officeId: string): Promise<OrganisationIds> => {
  const unitIds = new Map([[officeKey, officeId]])
  const sectionIds = new Map<string, string>()
  const personIds = new Map<string, string>()
  const places = (post: { readonly unit: string; readonly section?: string }) => ({
    unitId: idIn(unitIds, post.unit),
    sectionId: post.section === undefined ? null : idIn(sectionIds, `${post.unit}/${post.section}`),
  })
  const register = async (person: (typeof people)[number]): Promise<void> => {
    const { login, name, phone, mail } = person
    const { id } = await player.act(firstPerson.login, createPerson, { body: { login, name, phone, mail } })
    personIds.set(login, id)
    for (const post of person.posts) {
      await player.act(firstPerson.login, givePost, {
        params: { personId: id },
        body: { kind: post.kind, ...places(post), title: post.title ?? null, acting: false, from: heldFrom, to: null },
      })
    }
  }
  const staff = people.filter((person) => person.posts.every((post) => post.unit === officeKey))
  for (const person of staff) await register(person)
  const clerk = 'kaoping'
  for (const [at, unit] of units.entries()) {
    const names = {
      name: unit.name,
      shortName: unit.shortName,
      aliases: [...(unit.aliases ?? [])],
      sortCode: (at + 1) * 10,
    }
    if (unit.key === officeKey) {
      await player.act(clerk, changeUnit, {
        params: { unitId: officeId },
        body: { ...names, state: 'active', version: 1 },
      })
    } else {
      unitIds.set(unit.key, (await player.act(clerk, createUnit, { body: names })).id)
    }
    for (const [order, section] of (unit.sections ?? []).entries()) {
      const { id } = await player.act(clerk, createSection, {
        params: { unitId: idIn(unitIds, unit.key) },
        body: {
          name: section.name,
          shortName: section.name,
          aliases: [...(section.aliases ?? [])],
          sortCode: (order + 1) * 10,
        },
      })
      sectionIds.set(`${unit.key}/${section.key}`, id)
    }
  }
  for (const person of people.filter((one) => !staff.includes(one))) await register(person)
  return {
    unit: (key) => idIn(unitIds, key),
    section: (unit, key) => idIn(sectionIds, `${unit}/${key}`),
    person: (login) => idIn(personIds, login),
  }
}
