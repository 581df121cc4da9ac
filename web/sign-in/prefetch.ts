/** Fetches the portal's page and the files that it names into the browser's cache; a failure only means a slower start. */
export function prefetchPortal(): void {
  void fetch('/cong/', { credentials: 'same-origin' })
    .then((response) => response.text())
    .then((html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      for (const element of page.querySelectorAll('script[src], link[rel=stylesheet], link[rel=modulepreload]')) {
        const link = document.createElement('link');
        link.rel = 'prefetch';
        link.href = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
        if (element.hasAttribute('crossorigin')) link.crossOrigin = '';
        document.head.append(link);
      }
    })
    .catch(() => undefined);
}
