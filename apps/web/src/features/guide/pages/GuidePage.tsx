import { type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { Link } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { GuideSteps } from '../GuideSteps.tsx'
import styles from '../guide.module.css'
import { stepsOf } from '../guide.ts'

/** 操作指引: the steps of the own posts, and a page for every post. */
const GuidePage = () => {
  const { posts, rehearsal } = useSession()
  const own = [...new Set(posts.map(({ kind }) => kind as PostKind))]
  return (
    <Page>
      <p>
        {t('按一年的办理顺序，列出每个岗位办什么、在哪里办、怎样算办成。')}
        {rehearsal && t('演练环境中的数据均为虚构，可以放心试；从头再来，在右上角本人菜单中“重新开始演练”。')}
      </p>
      {own.map((post) => (
        <Section key={post} title={t('我的岗位：{{post}}', { post: word('post', post) })}>
          <GuideSteps steps={stepsOf(post)} mine />
        </Section>
      ))}
      <Section title={t('各岗位')}>
        <ul className={styles.posts}>
          {postKinds.map((post) => (
            <li key={post}>
              <Link to="/guide/$post" params={{ post }}>
                {word('post', post)}
              </Link>
              <span>{t('{{count}} 步', { count: stepsOf(post).length })}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

export default GuidePage
