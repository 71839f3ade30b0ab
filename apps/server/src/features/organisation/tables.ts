import type { PostKind } from '@quanheng/domain/ability/posts'

export interface UnitTable {
  id: string
  name: string
  short_name: string
  aliases: string[]
  sort_code: number
  state: 'active' | 'closed'
  version: number
}

export interface SectionTable extends UnitTable {
  unit_id: string
}

export interface PersonTable {
  id: string
  name: string
  phone: string | null
  mail: string | null
  state: 'active' | 'disabled'
  version: number
}

export interface PostTable {
  id: string
  person_id: string
  unit_id: string
  section_id: string | null
  kind: PostKind
  title: string | null
  acting: boolean
  from_date: string
  to_date: string | null
  version: number
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    unit: UnitTable
    section: SectionTable
    person: PersonTable
    post: PostTable
    login_name: { login: string; person_id: string }
  }
}
