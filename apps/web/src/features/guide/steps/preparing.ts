import { t } from '../../../shared/i18n/t.ts'
import type { GuideStep } from '../guide-step.ts'

/** Before the year: units, people, the calendar, the plan. */
export const preparing: readonly GuideStep[] = [
  {
    to: '/organisations',
    ability: 'unit.manage',
    posts: ['officeStaff'],
    act: () => t('核对单位的全称、简称、别名和规范顺序；“导出 Excel”，改一处，再导入'),
    done: () => t('先看到检查结果，有误的逐格标出；导入后按简称、别名也能查到该单位'),
  },
  {
    to: '/organisations',
    ability: 'section.manage',
    posts: ['unitAdmin'],
    act: () => t('打开本单位，登记一个科室'),
    done: () => t('科室列在本单位下，起止日期和办理人可查'),
  },
  {
    to: '/people',
    ability: 'person.manage',
    posts: ['securityAdmin'],
    act: () => t('登记一名人员，给一项任职并填起止日期，生成一次性链接'),
    done: () => t('人员列表中看到任职；链接只能用一次，由本人设置密码'),
  },
  {
    to: '/separation',
    ability: 'separation.read',
    posts: ['securityAdmin', 'officeDirector', 'observer'],
    act: () => t('查看职责分离：有没有人能一人办两人之事'),
    done: () => t('没有的显示无；有的写明是谁、哪两项任职、在哪个环节'),
  },
  {
    to: '/system/calendar',
    ability: 'calendar.edit',
    posts: ['systemAdmin'],
    act: () => t('查看节假日调休表，改一天，写明依据'),
    done: () => t('按工作日计的时限随之变动，改动列入操作留痕'),
  },
  {
    to: '/library',
    ability: 'library.begin',
    posts: ['officeStaff', 'clerk'],
    act: () => t('录入一份制度：上传原件，点“识别”，逐条核对后发布'),
    done: () => t('按条文里的词能查到；在方案、通报里可以引用，引用处列在该条文下'),
  },
  {
    to: '/library',
    ability: 'library.read',
    posts: ['handler', 'unitReporter', 'evaluator', 'observer'],
    act: () => t('按条文里的两三个字查制度，打开文件看是否现行有效'),
    done: () => t('命中的条文列在文件下，词标出；被替代的写明新版本'),
  },
  {
    to: '/notices',
    ability: 'notice.import',
    posts: ['officeStaff', 'handler'],
    act: () => t('把一份考评通知拖到“文件导入”，逐项采用或更正，生成方案草稿'),
    done: () => t('点任一项，左边原文随之定位；没有采用的不进入草稿'),
  },
  {
    to: '/plans/rules',
    ability: 'plan.edit',
    posts: ['officeStaff', 'handler'],
    act: () => t('照公文写一句评分标准，填几个数试算'),
    done: () => t('读懂的词有底色，没读懂的有波浪线，得分旁边写明怎样算出'),
  },
  {
    to: '/plans',
    ability: 'plan.edit',
    posts: ['officeStaff', 'handler'],
    act: () => t('起草方案，填指标、评分标准、责任分工和进度，看“方案校核”还有几条'),
    done: () => t('须处理的都处理了，方案才能送校核'),
  },
  {
    to: '/plans',
    ability: 'plan.check',
    posts: ['officeDirector', 'sectionHead'],
    act: () => t('打开送来校核的方案，与现行版逐项比对，校核或写明理由退回'),
    done: () => t('方案状态变为已校核，校核人和时间列在“版本与比对”'),
  },
  {
    to: '/plans',
    ability: 'plan.issue',
    posts: ['officeDirector'],
    act: () => t('登记文号，印发年度考评方案'),
    done: () => t('方案不能再改；被点名的单位在“传阅”中收到'),
  },
  {
    to: '/plans',
    ability: 'plan.read',
    posts: ['steeringHead', 'steeringDeputy', 'steeringMember', 'evaluator', 'dataProvider', 'unitHead', 'principal'],
    act: () => t('打开年度考评方案，看指标、分值、责任单位和进度安排'),
    done: () => t('点任一时限，看到由谁在何时前办什么'),
  },
]
