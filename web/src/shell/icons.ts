/** Outlines on a 24 × 24 field, drawn for the navigation. */
export const icons = {
  work: 'M9 5h11M9 12h11M9 19h11M3 5l1.5 1.5L7 4M3 12l1.5 1.5L7 11M3 19l1.5 1.5L7 18',
  tasks: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  households: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  people: 'M9 5a3 3 0 100 6 3 3 0 000-6zM3 20v-2a4 4 0 014-4h4a4 4 0 014 4v2M16 5.5a3 3 0 010 5.5M18 14a4 4 0 013 4v2',
  classList: 'M3 17l6-6 4 4 8-8M15 7h6v6',
  exports: 'M12 15V4M7 9l5-5 5 5M4 20h16',
  imports: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  pairings: 'M8 4a3 3 0 100 6 3 3 0 000-6zM16 9a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM3 20v-2a5 5 0 015-5c2 0 3.5 1 4.3 2.5M12 20a4 4 0 018 0',
  requests: 'M2 12s4-6 10-6 10 6 10 6-4 6-10 6-10-6-10-6zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z',
  unitRequests: 'M4 5h16v11H9l-5 4zM8 9h8M8 12.5h5',
  board: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  targets: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 8a4 4 0 100 8 4 4 0 000-8z',
  plan: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  chase: 'M4 10v4h3l7 4V6l-7 4zM17 9a4 4 0 010 6',
  directive: 'M4 12l16-8-5 16-3-6zM12 14l8-10',
  standards: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z',
  query: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5',
  permissions: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  audit: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  handovers: 'M4 9h13M13 5l4 4-4 4M20 15H7M11 11l-4 4 4 4',
  accounts: 'M12 4a4 4 0 100 8 4 4 0 000-8zM5 20v-1a5 5 0 015-5h4M17 14v6M14 17h6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof icons;
