/** What of an indicator or step an adjusting notice changes, by the names that an import gives its fields. */
export type ChangedField = 'indicator' | 'fullMark' | 'weight' | 'standard' | 'rule' | 'leadUnit' | 'supporter' | 'due'

const words: readonly (readonly [string, ChangedField])[] = [
  ['(?:指标)?名称', 'indicator'],
  ['(?:标准|满|基本|基础)?分[值数]?', 'fullMark'],
  ['权重|占比|比重', 'weight'],
  ['(?:年度)?目标(?:值|任务|数)?|任务(?:数|目标)?|计划数|指标值|(?:考核|考评|完成)(?:标准|内容|要求)', 'standard'],
  ['(?:评分|计分|扣分|加分|考评|考核)(?:办法|方法|标准|细则|方式|规则)', 'rule'],
  ['(?:牵头|考核|责任|主管|主办)(?:考核|考评|责任)?(?:单位|部门|科室)', 'leadUnit'],
  ['(?:配合|协助|协办|参与)(?:考核|责任)?(?:单位|部门|科室)', 'supporter'],
  ['(?:完成|报送|截止|办结)?(?:时间|时限|期限)', 'due'],
]

/** The alternatives of a pattern. */
export const changedFields = words.map(([form]) => form).join('|')

const whole = words.map(([form, field]) => [new RegExp(`^(?:${form})$`), field] as const)

export const fieldOf = (name: string): ChangedField | null => whole.find(([form]) => form.test(name))?.[1] ?? null

/** 8分 is a mark and 8% a weight, where nothing names what they are. */
export const fieldOfValue = (value: string): ChangedField | null =>
  /^\d{1,3}(?:\.\d{1,2})?\s?分$/.test(value)
    ? 'fullMark'
    : /^\d{1,3}(?:\.\d{1,2})?\s?[%％]$/.test(value)
      ? 'weight'
      : null
