import type { PersonTable, PostTable, SectionTable, UnitTable } from './tables.ts'

/** What acts digest for each noun; a field that counts must stand here. */
export const canonicalUnit = (unit: UnitTable): object => ({
  id: unit.id,
  name: unit.name,
  shortName: unit.short_name,
  aliases: unit.aliases,
  sortCode: unit.sort_code,
  state: unit.state,
  version: unit.version,
})

export const canonicalSection = (section: SectionTable): object => ({
  ...canonicalUnit(section),
  unitId: section.unit_id,
})

export const canonicalPerson = (person: PersonTable): object => ({
  id: person.id,
  name: person.name,
  phone: person.phone,
  mail: person.mail,
  state: person.state,
  version: person.version,
})

export const canonicalPost = (post: PostTable): object => ({
  id: post.id,
  personId: post.person_id,
  unitId: post.unit_id,
  sectionId: post.section_id,
  kind: post.kind,
  title: post.title,
  acting: post.acting,
  from: post.from_date,
  to: post.to_date,
  version: post.version,
})
