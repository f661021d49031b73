const [, known] = new URL(import.meta.url).search.split("?");
new EventSource("/_live").onmessage = ({ data }) => known === data || location.reload();
