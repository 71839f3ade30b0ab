/** 云岭市 is invented, with everybody and everything in it. Official order is the order of this list. */
export interface WorldUnit {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly aliases?: readonly string[]
  /** 考核分组; absent for bodies that are not appraised. */
  readonly group?: GroupKey
  readonly sections?: readonly WorldSection[]
}

export interface WorldSection {
  readonly key: string
  readonly name: string
  readonly aliases?: readonly string[]
}

export const groups = [
  { key: 'economy', name: '经济发展类' },
  { key: 'people', name: '社会民生类' },
  { key: 'city', name: '城建监管类' },
] as const
export type GroupKey = (typeof groups)[number]['key']

/** The one where the performance office sits; it appraises and is not appraised. */
export const officeKey = 'office'

const sectionsOf = (...names: readonly string[]): WorldSection[] => names.map((name) => ({ key: name, name }))

export const units: readonly WorldUnit[] = [
  { key: officeKey, name: '云岭市绩效考评工作领导小组办公室', shortName: '市绩效办', aliases: ['市绩考办'] },
  {
    key: 'fagai',
    name: '云岭市发展和改革局',
    shortName: '市发展改革局',
    aliases: ['市发改局'],
    group: 'economy',
    // The shape of the second notice: one section a indicator, and one that collects and submits under two names.
    sections: [
      { key: '评估督导科', name: '评估督导科', aliases: ['重大评督科'] },
      ...sectionsOf('投资科', '就业与服务业科', '营商环境科', '区域开放科', '政策研究科', '社会科', '能源科', '产业科'),
    ],
  },
  { key: 'gongxin', name: '云岭市工业和信息化局', shortName: '市工信局', group: 'economy' },
  {
    key: 'caizheng',
    name: '云岭市财政局',
    shortName: '市财政局',
    group: 'economy',
    sections: sectionsOf('预算科', '绩效管理科'),
  },
  { key: 'shangwu', name: '云岭市商务局', shortName: '市商务局', group: 'economy' },
  { key: 'tongji', name: '云岭市统计局', shortName: '市统计局', group: 'economy', sections: sectionsOf('综合核算科') },
  { key: 'jiaotong', name: '云岭市交通运输局', shortName: '市交通运输局', group: 'economy' },
  { key: 'nongye', name: '云岭市农业农村局', shortName: '市农业农村局', group: 'economy' },
  { key: 'guozi', name: '云岭市国有资产监督管理局', shortName: '市国资局', group: 'economy' },
  { key: 'jiaoyu', name: '云岭市教育局', shortName: '市教育局', group: 'people' },
  { key: 'minzheng', name: '云岭市民政局', shortName: '市民政局', group: 'people' },
  { key: 'renshe', name: '云岭市人力资源和社会保障局', shortName: '市人社局', group: 'people' },
  { key: 'weijian', name: '云岭市卫生健康局', shortName: '市卫生健康局', group: 'people' },
  { key: 'wenlv', name: '云岭市文化和旅游局', shortName: '市文旅局', group: 'people' },
  { key: 'yibao', name: '云岭市医疗保障局', shortName: '市医保局', group: 'people' },
  { key: 'tuiyi', name: '云岭市退役军人事务局', shortName: '市退役军人局', group: 'people' },
  {
    key: 'yingji',
    name: '云岭市应急管理局',
    shortName: '市应急局',
    group: 'people',
    sections: sectionsOf('综合协调科', '安全生产科'),
  },
  { key: 'ziran', name: '云岭市自然资源局', shortName: '市自然资源局', group: 'city' },
  { key: 'huanbao', name: '云岭市生态环境局', shortName: '市生态环境局', group: 'city' },
  { key: 'zhujian', name: '云岭市住房和城乡建设局', shortName: '市住建局', group: 'city' },
  { key: 'chengguan', name: '云岭市城市管理局', shortName: '市城管局', group: 'city' },
  { key: 'shichang', name: '云岭市市场监督管理局', shortName: '市市场监管局', group: 'city' },
  // Leads one indicator and reports on paper.
  { key: 'dashuju', name: '云岭市大数据发展局', shortName: '市大数据局', group: 'city' },
  { key: 'shenpi', name: '云岭市行政审批局', shortName: '市行政审批局', group: 'city' },
  {
    key: 'kaifa',
    name: '云岭高新技术产业开发区管理委员会',
    shortName: '高新区管委会',
    aliases: ['云东新区管委会'],
    group: 'city',
  },
]

export const appraisedUnits: readonly (WorldUnit & { readonly group: GroupKey })[] = units.filter(
  (unit): unit is WorldUnit & { readonly group: GroupKey } => unit.group !== undefined,
)
