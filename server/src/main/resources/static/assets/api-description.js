// @ts-check

/** Shows the description of the API and lets it be tried as who is signed in. */
const place = document.getElementById('api-description');
const proof = document.querySelector('meta[name="csrf-token"]');

if (place) {
  // @ts-ignore the global of Swagger UI
  globalThis.SwaggerUIBundle({
    domNode: place,
    url: place.dataset.description,
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: 'list',
    validatorUrl: null,
    requestInterceptor: (/** @type {{ headers: Record<string, string> }} */ request) => {
      if (proof instanceof HTMLMetaElement) {
        request.headers['X-CSRF-TOKEN'] = proof.content;
      }
      return request;
    },
  });
}
