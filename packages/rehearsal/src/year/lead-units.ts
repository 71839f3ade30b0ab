/** Who carries a lead unit's report through its chain, by login. */
export interface LeadUnit {
  readonly name: string
  /** 归口汇总科室: who locks, writes and sends, and its head. */
  readonly carrier: string
  readonly carrierHead: string
  readonly leader: string
  readonly countersigners: readonly string[]
  readonly clerk: string
  /** Compares with the original what the clerk registered. */
  readonly second: string
  readonly principal: string
  readonly documentNumber: string
  /** The head signs on paper, the clerk registers it. */
  readonly onPaper: boolean
}

export const leadUnits: readonly LeadUnit[] = [
  {
    name: '云岭市发展和改革局',
    carrier: 'fagai.dudao',
    carrierHead: 'fagai.dudao.fuze',
    leader: 'fagai.fenguan1',
    countersigners: [1, 2, 3, 4, 5].map((at) => `fagai.ke${at}.fuze`),
    clerk: 'fagai.wenshu',
    second: 'fagai.dangan',
    principal: 'fagai.zhuyao',
    documentNumber: '云发改报〔2026〕1号',
    onPaper: true,
  },
  {
    name: '云岭市财政局',
    carrier: 'caizheng.ke2',
    carrierHead: 'caizheng.ke2.fuze',
    leader: 'caizheng.fenguan',
    countersigners: ['caizheng.ke1.fuze'],
    clerk: 'caizheng.wenshu',
    second: 'caizheng.ke2.fuze',
    principal: 'caizheng.zhuyao',
    documentNumber: '云财报〔2026〕3号',
    onPaper: false,
  },
  {
    name: '云岭市应急管理局',
    carrier: 'yingji.ke1',
    carrierHead: 'yingji.ke1.fuze',
    leader: 'yingji.fenguan',
    countersigners: ['yingji.ke2.fuze'],
    clerk: 'yingji.wenshu',
    second: 'yingji.ke1.fuze',
    principal: 'yingji.zhuyao',
    documentNumber: '云应急报〔2026〕2号',
    onPaper: false,
  },
]
