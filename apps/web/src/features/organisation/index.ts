import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 组织人员: people come first for whoever registers them; everyone may look up units and who holds which post. */
export const feature: Feature = {
  routes: [
    {
      path: '/people',
      title: () => t('人员任职'),
      page: () => import('./pages/PeoplePage.tsx'),
      menu: 'organisations',
      may: ['person.manage'],
    },
    {
      path: '/organisations',
      title: () => t('单位科室'),
      page: () => import('./pages/OrganisationsPage.tsx'),
      menu: 'organisations',
    },
    {
      path: '/people-proposals',
      title: () => t('人员变动申报'),
      page: () => import('./pages/ProposalListPage.tsx'),
      may: ['peopleProposal.read'],
    },
    {
      path: '/people-proposals/$peopleProposalId',
      title: () => t('人员变动申报'),
      page: () => import('./pages/ProposalPage.tsx'),
      may: ['peopleProposal.read'],
    },
    {
      path: '/separation',
      title: () => t('职责分离'),
      page: () => import('./pages/SeparationPage.tsx'),
      may: ['separation.read'],
    },
  ],
}
