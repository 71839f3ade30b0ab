/** 牵头单位：, 责任部门：, 考核责任单位：: the label in front of whoever answers for something. */
const owner =
  '(?:牵头|责任|考[核评]|主要责任|考[核评]责任|牵头考[核评]|评分|实施|负责|主办|数据采集)(?:责任)?(?:单位|部门|科室|股室)'

export const ownerLabel = new RegExp(`${owner}\\s?[:：】]`)

/** The label at the beginning of a sentence or in a bracket of its own. */
export const opensWithOwner = new RegExp(`^[（(〔【\\[]?\\s?${owner}\\s?[:：】]`)

const does =
  '(?:负责(?:组织实施|考[核评]|评分|评价|统计|提供|核定|认定|打分|落实|牵头|组织)?|牵头(?:负责|组织|考[核评]|实施|评[审分])?|评审|委托[^，。；]{0,8}(?:调查|评估|评价|测评)|组织(?:实施|考[核评]|评分|评价|评估|调查|测评)|考[核评](?:评分)?|评分|提供(?:数据)?|(?:负责|牵头)?(?:制定|出具|提供|汇总)[^，。；]{1,14})'

/** 由市统计局负责考核: a whole sentence that names who scores what stands before it. */
export const scoredBy = new RegExp(`^(?:本项|该项|具体)?(?:指标)?(?:数据)?由([^，,。；;：:由]{2,30}?)(?:具体)?${does}$`)

/** 耕地保护40分，由某厅牵头评审；粮食生产（30分），由某厅评审: what is worth how much, and who scores it. */
export const markedOwner = new RegExp(
  `([^，,。；;：:（）()\\d]{2,30}?)(?:[（(]\\s?\\d{1,3}(?:\\.\\d)?\\s?分[)）]|各?\\s?\\d{1,3}(?:\\.\\d)?\\s?分)[，,]\\s?由([^，,。；;：:由]{2,30}?)(?:具体)?${does}(?=[；;。，,]|$)`,
)

/** 社会矛盾化解由市信访局负责考评，社会治安防控由市公安局负责考评: clauses of nothing but a name and who scores it. */
export const clauseOwner = new RegExp(
  `(?<=^|[，,；;。】])\\s?([\\u4e00-\\u9fa5、]{2,24})由([^，,。；;：:由]{2,30}?)(?:具体)?${does}(?=[；;。，,]|$)`,
)

/** 牵头单位： leads where 责任单位： stands beside it. */
export const isLead = /^(?:牵头|主办|主要责任)/

/** A line of the block below 牵头单位：…. */
export const opensWithPost =
  /^[（(【]?(?:牵头|责任|具体|承办|配合|协助|参与|协办|分管|负责|联\s?系|联络|完成时|时限|电\s?话|传\s?真|邮\s?箱|电子邮箱|经办|数据)[^：:。，】]{0,8}[:：】]/

/** …扣1分（区发改局负责）: the body that scores, in brackets behind the rule. */
export const inBrackets =
  /[（(]\s?(?:由)?([^（）()，。；：:]{2,24}?(?:委|办|局|厅|部|室|院|会|处|中心|科|股))(?:牵头)?(?:负责)?(?:考[核评]|评分|评价|负责)\s?[)）]|(?<=[^，。；]{4})[（(]\s?([省市县区州旗镇乡][^（）()，。；：:]{1,24}(?:委|办|局|厅|部|室|院|会|中心))\s?[)）]$/
