import type { PostKind } from '@quanheng/domain/ability/posts'
import { mailOf, personName, phoneOf } from './names.ts'
import { appraisedUnits, officeKey, units } from './units.ts'

export interface WorldPost {
  readonly kind: PostKind
  readonly unit: string
  readonly section?: string
  readonly title?: string
}

export interface WorldPerson {
  readonly login: string
  readonly name: string
  readonly phone: string
  readonly mail: string
  readonly posts: readonly WorldPost[]
}

interface Seat {
  readonly login: string
  readonly posts: readonly WorldPost[]
}

const seat = (login: string, ...posts: readonly WorldPost[]): Seat => ({ login, posts })

const office: readonly Seat[] = [
  seat('xitong', { kind: 'systemAdmin', unit: officeKey }),
  seat('shenji', { kind: 'auditAdmin', unit: officeKey }),
  seat('zuzhang', { kind: 'steeringHead', unit: officeKey, title: '领导小组组长' }),
  seat('zhuren', { kind: 'officeDirector', unit: officeKey, title: '办公室主任' }),
  seat('kaoping', { kind: 'officeStaff', unit: officeKey, title: '考评科工作人员' }),
  seat('huizong', { kind: 'officeStaff', unit: officeKey, title: '综合科工作人员' }),
  seat('jijian', { kind: 'observer', unit: officeKey, title: '派驻纪检监察组' }),
]

/** The lead unit of the second notice's shape: a handler and a head for each section that scores. */
const fagaiSections = ['投资科', '就业与服务业科', '营商环境科', '区域开放科', '政策研究科'] as const

const fagai: readonly Seat[] = [
  seat('fagai.zhuyao', { kind: 'principal', unit: 'fagai', title: '局长' }),
  seat('fagai.fenguan1', { kind: 'leaderInCharge', unit: 'fagai', title: '副局长' }),
  seat('fagai.fenguan2', { kind: 'leaderInCharge', unit: 'fagai', title: '副局长' }),
  seat('fagai.wenshu', { kind: 'clerk', unit: 'fagai', title: '办公室文秘' }),
  seat('fagai.dangan', { kind: 'clerk', unit: 'fagai', title: '档案管理员' }),
  seat('fagai.dudao.fuze', { kind: 'sectionHead', unit: 'fagai', section: '评估督导科' }),
  seat('fagai.dudao', { kind: 'handler', unit: 'fagai', section: '评估督导科' }),
  ...fagaiSections.flatMap((section, at) => [
    seat(`fagai.ke${at + 1}.fuze`, { kind: 'sectionHead', unit: 'fagai', section }),
    seat(`fagai.ke${at + 1}`, { kind: 'handler', unit: 'fagai', section }),
  ]),
  seat('fagai.heyan', { kind: 'verificationLead', unit: 'fagai', title: '核验组组长' }),
  seat('fagai.heyan2', { kind: 'verifier', unit: 'fagai' }),
]

const leadUnit = (unit: string, sections: readonly string[]): readonly Seat[] => [
  seat(`${unit}.zhuyao`, { kind: 'principal', unit, title: '局长' }),
  seat(`${unit}.fenguan`, { kind: 'leaderInCharge', unit, title: '副局长' }),
  seat(`${unit}.wenshu`, { kind: 'clerk', unit, title: '办公室文秘' }),
  ...sections.flatMap((section, at) => [
    seat(`${unit}.ke${at + 1}.fuze`, { kind: 'sectionHead', unit, section }),
    seat(`${unit}.ke${at + 1}`, { kind: 'handler', unit, section }),
  ]),
]

const others: readonly Seat[] = [
  ...leadUnit('caizheng', ['预算科', '绩效管理科']),
  ...leadUnit('yingji', ['综合协调科', '安全生产科']),
  seat('tongji.shuju', { kind: 'dataProvider', unit: 'tongji', section: '综合核算科', title: '综合核算科科员' }),
]

/** Every appraised unit reports by one person and confirms by another. */
const appraised: readonly Seat[] = appraisedUnits.flatMap(({ key }) => [
  seat(`${key}.tianbao`, { kind: 'unitReporter', unit: key }),
  seat(`${key}.queren`, { kind: 'unitHead', unit: key, title: '分管负责人' }),
])

const withName = ({ login, posts }: Seat, n: number): WorldPerson => ({
  login,
  name: personName(n),
  phone: phoneOf(n),
  mail: mailOf(login),
  posts,
})

/** The security administrator who opens everybody else's account; made by the first act of the world. */
export const firstPerson: WorldPerson = withName(seat('anquan', { kind: 'securityAdmin', unit: officeKey }), 0)

export const people: readonly WorldPerson[] = [...office, ...fagai, ...others, ...appraised].map((one, at) =>
  withName(one, at + 1),
)

/** @throws Error on a login that the world does not have: a fault in the world itself */
export const unitByKey = (key: string) => {
  const unit = units.find((candidate) => candidate.key === key)
  if (unit === undefined) throw new Error(`no unit ${key} in the rehearsal world`)
  return unit
}
