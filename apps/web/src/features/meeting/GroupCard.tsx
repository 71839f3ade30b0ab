import { groupPapers, steeringGroupPaper } from '@quanheng/contract/steering-group'
import { Button } from 'antd'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import styles from '../../shared/work/work.module.css'
import type { Group } from './meeting.ts'

const papers = () => ({ founding: t('成立通知'), adjusting: t('调整组成人员的通知') })

const sayTerm = ({ charter: { term } }: Group): string =>
  term === null
    ? t('未设定')
    : term.to === null
      ? t('自{{from}}起', { from: term.from })
      : t('{{from}}至{{to}}', { from: term.from, to: term.to })

const sayNamed = ({ named }: Group): string =>
  named.map(({ rank, personName }) => `${word('seatRank', rank)}${personName}`).join('、') ||
  t('组长、副组长和其他成员由安全管理员按任职设定。')

const sayMembers = ({ members }: Group): string =>
  members
    .map(({ unitName, principals }) => `${unitName}（${principals.join('、') || t('主要领导未设任职')}）`)
    .join('、') || t('尚未设置')

const sayOffice = ({ officeName, charter, officeUnitName, directors }: Group): string =>
  [
    `${officeName}${charter.office.shortName === '' ? '' : t('（简称“{{name}}”）', { name: charter.office.shortName })}`,
    // A unit of its own is not set up in another.
    ...(officeUnitName === officeName ? [] : [t('设在{{unit}}', { unit: officeUnitName })]),
    directors.length === 0 ? t('主任未设任职') : t('主任{{people}}', { people: directors.join('、') }),
  ].join('，')

/** 领导小组: who belongs to it, whom it answers to, its office and term; the notices that say so. */
export const GroupCard = ({ group, onSet }: { readonly group: Group; readonly onSet: () => void }) => {
  const { name, shortName, basis, charter, may, termOver } = group
  if (name === '')
    return (
      <Section title={t('领导小组')}>
        <p>
          {t('尚未设定领导小组')}{' '}
          {may && (
            <Button size="small" onClick={onSet}>
              {t('设置领导小组')}
            </Button>
          )}
        </p>
      </Section>
    )
  const items = [
    { label: t('组成人员'), value: sayNamed(group) },
    { label: t('成员单位'), value: sayMembers(group) },
    { label: t('办公室'), value: sayOffice(group) },
    { label: t('受其领导'), value: charter.reportsTo.join('、') || t('未设定') },
    { label: t('成立文件'), value: basis || t('未填写') },
    {
      label: t('任期'),
      value: termOver ? (
        <>
          {sayTerm(group)} <StateTag word={t('任期已满')} tone="heed" />
        </>
      ) : (
        sayTerm(group)
      ),
    },
  ]
  return (
    <Section title={shortName === '' ? name : `${name}（${shortName}）`}>
      <Facts items={items} />
      {may && (
        <div className={styles.acts}>
          <Button onClick={onSet}>{t('设置领导小组')}</Button>
          {groupPapers.map((paper) => (
            <PaperFiles
              key={paper}
              label={papers()[paper]}
              route={steeringGroupPaper}
              params={{ unitId: group.officeUnitId }}
              query={{ paper }}
            />
          ))}
        </div>
      )}
    </Section>
  )
}
